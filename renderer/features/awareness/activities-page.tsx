// What was done in a year, one by one and together.
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { StoredActivity } from '#shared/records/activity';
import { trainingEffect } from '#shared/records/training-effect';
import type { Translate } from '#shared/text/language';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { shortDate } from '../../dates.ts';
import { languageName } from '../../forms/language-select.tsx';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import { ActivityForm } from './activity-form.tsx';
import { AwarenessNav } from './awareness-nav.tsx';
import { CountsSheet } from './counts-sheet.tsx';
import { percent } from './percent.ts';
import { yearsUntilNow } from './years.ts';
import './awareness.css';

export function ActivitiesPage() {
  const t = useText();
  const mayWrite = useMay('activity.save');
  const [year, setYear] = useState(() => yearsUntilNow()[0] ?? 2026);
  const [writing, setWriting] = useState<StoredActivity | 'new' | null>(null);
  const found = useRead('activity.list', { year });
  const activities = found.value?.activities ?? [];
  return (
    <>
      <PageHead
        title={t('awareness.title')}
        fact={t('awareness.activitiesFact')}
        actions={
          mayWrite &&
          writing === null && <Button onClick={() => setWriting('new')}>{t('awareness.addActivity')}</Button>
        }
      />
      <AwarenessNav />
      {found.error && <ErrorSentence error={found.error} />}
      <div className="two-columns">
        <div className="stack">
          {writing !== null && (
            <ActivityForm saved={writing === 'new' ? null : writing} onDone={() => setWriting(null)} />
          )}
          {found.value && (
            <Sheet flush title={t('awareness.part.activities')}>
              {activities.length === 0 && <EmptyState>{t('awareness.noActivities', { year })}</EmptyState>}
              <Rows label={t('awareness.part.activities')}>
                {activities.map((one) => (
                  <Done key={one.id} activity={one} onChange={mayWrite ? () => setWriting(one) : null} />
                ))}
              </Rows>
            </Sheet>
          )}
        </div>
        <div className="stack">
          <NativeSelect
            label={t('awareness.year')}
            value={year}
            data={yearsUntilNow().map(String)}
            onChange={(event) => setYear(Number(event.currentTarget.value))}
          />
          {found.value && activities.length > 0 && <CountsSheet year={year} counts={found.value.counts} />}
        </div>
      </div>
    </>
  );
}

/** Who it was for and who came, in one line. */
const whoCame = (t: Translate, { attendance, reach, audience, languages }: StoredActivity): string =>
  [
    audience.map((one) => t(`awareness.audiences.${one}`)).join(', '),
    attendance === null
      ? ''
      : t(attendance.isEstimate ? 'awareness.headsAbout' : 'awareness.heads', { count: attendance.people }),
    reach === null ? '' : t('awareness.reached', { people: reach }),
    languages.map(languageName).join(', '),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');

/** What a training changed; empty where nothing of it is told. */
function changed(t: Translate, { test }: StoredActivity): string {
  const effect = test === null ? null : trainingEffect(test);
  if (test === null || effect === null) return '';
  const gain = new Intl.NumberFormat('en', { signDisplay: 'exceptZero' }).format(effect.gain);
  const points = t('awareness.gain', { before: test.before, after: test.after, most: test.most, gain });
  if (effect.normalised === null) return points;
  return [points, t('awareness.gainShare', { share: percent(effect.normalised) })].join(', ');
}

function Done({ activity, onChange }: { activity: StoredActivity; onChange: (() => void) | null }) {
  const t = useText();
  const { title, kind, on, isLobbying } = activity;
  return (
    <li className="wrap">
      <span className="grow awareness-what">
        <b dir="auto">{title}</b>
        <span className="small dim">
          {shortDate(on)}, {t(`awareness.kinds.${kind}`)}
        </span>
        {[whoCame(t, activity), changed(t, activity), activity.outcomes]
          .filter((fact) => fact !== '')
          .map((fact) => (
            <span key={fact} className="small" dir="auto">
              {fact}
            </span>
          ))}
      </span>
      {isLobbying && <Note>{t('awareness.isLobbying')}</Note>}
      {onChange && (
        <span className="row wrap">
          <Button
            size="compact-md"
            variant="default"
            aria-label={t('awareness.changeThe', { title })}
            onClick={onChange}
          >
            {t('awareness.change')}
          </Button>
          <Strike activity={activity} />
        </span>
      )}
    </li>
  );
}

function Strike({ activity: { id, revision, title } }: { activity: StoredActivity }) {
  const t = useText();
  const strike = useWrite('activity.strike');
  const [isAsking, setAsking] = useState(false);
  const go = async (): Promise<void> => {
    if ((await strike.run({ activityId: id, basedOn: revision })).ok) setAsking(false);
  };
  return (
    <>
      <Button size="compact-md" variant="subtle" onClick={() => setAsking(true)}>
        {t('awareness.strike')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        question={t('awareness.strikeAsk', { title })}
        cancel={t('awareness.strikeNo')}
        confirm={t('awareness.strike')}
        isRunning={strike.isRunning}
        onCancel={() => setAsking(false)}
        onConfirm={() => void go()}
      >
        <p>{t('awareness.strikeSays')}</p>
        {strike.error && <ErrorSentence error={strike.error} />}
      </ConfirmDialog>
    </>
  );
}
