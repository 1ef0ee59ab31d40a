// One breach: the clock on top, everybody's safety first, then who was told, what stopped it, and what changes.
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { RecordId } from '#shared/ids';
import type { ListedBackup } from '#shared/records/backup';
import type { StoredBreach } from '#shared/records/breach';
import { ReleaseCategory } from '#shared/records/release-categories';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { dayAndTime, fullDate } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Ok, Stop, When } from '../../ui/status-words.tsx';
import { AffectedField } from './affected-field.tsx';
import { useBackupWords } from './backup-words.ts';
import type { FieldProps, Written } from './breach-fields.ts';
import { MediaFields } from './media-fields.tsx';
import { NotificationsField } from './notifications-field.tsx';
import './outside.css';

export function BreachPage({ params }: PageProps) {
  const breachId = RecordId.safeParse(params['breachId']);
  const found = useRead('breach.get', { breachId: breachId.data ?? RecordId.parse(NOBODYS) });
  if (found.error) return <ErrorSentence error={found.error} />;
  return found.value ? <Prepared key={found.value.revision} breach={found.value} /> : null;
}

/** Of a lost medium, what the newest backup of its time held is filled in, until somebody wrote it down. */
function Prepared({ breach }: { breach: StoredBreach }) {
  const isMedium = breach.kind === 'LOST_MEDIA';
  const known = useRead('backup.list', {}, { enabled: isMedium });
  const wordsOf = useBackupWords();
  if (isMedium && known.value === undefined && known.error === null) return null;
  const backups = known.value?.backups.filter(({ createdAt }) => createdAt <= breach.knownAt) ?? [];
  const [newest] = backups;
  const { media } = breach;
  const isFilled = media.WHAT_IS_ON_IT !== undefined || breach.closedOn !== null || newest === undefined;
  const begun = isFilled ? breach : { ...breach, media: { ...media, WHAT_IS_ON_IT: wordsOf(newest) } };
  return <Course breach={breach} begun={begun} backups={backups} />;
}

const NOBODYS = '00000000-0000-4000-8000-000000000000';

interface CourseProps {
  readonly breach: StoredBreach;
  /** With what is filled in by itself. */
  readonly begun: Written;
  readonly backups: readonly ListedBackup[];
}

function Course({ breach, begun, backups }: CourseProps) {
  const t = useText();
  const save = useWrite('breach.save');
  const [written, setWritten] = useState<Written>(begun);
  const write = (part: Partial<Written>): void => setWritten({ ...written, ...part });
  const keep = (close: boolean): void => {
    const { dataClasses, affected, containment, authority, notifications, media, lessons } = written;
    const course = { dataClasses, affected, containment, authority, notifications, media, lessons };
    void save.run({ breachId: breach.id, basedOn: breach.revision, course, close });
  };
  return (
    <>
      <PageHead title={t(`outside.breachKinds.${breach.kind}`)} fact={<Clock breach={breach} />} />
      <div className="two-columns">
        <div className="stack">
          <Sheet>
            <p className="note-body" dir="auto">
              {breach.event}
            </p>
            <p className="small dim">{`${t('outside.breachKnown')}: ${dayAndTime(breach.knownAt)}`}</p>
          </Sheet>
          <AffectedField written={written} people={breach.people} onWrite={write} />
          {breach.kind === 'LOST_MEDIA' && <MediaFields written={written} onWrite={write} backups={backups} />}
        </div>
        <Sheet title={t('outside.notifications')}>
          <div className="stack">
            <Told written={written} onWrite={write} />
            {save.error && <ErrorSentence error={save.error} />}
            {breach.closedOn === null && (
              <div className="row wrap">
                <Button variant="default" loading={save.isRunning} onClick={() => keep(true)}>
                  {t('outside.close')}
                </Button>
                <Button loading={save.isRunning} onClick={() => keep(false)}>
                  {t('outside.keep')}
                </Button>
              </div>
            )}
          </div>
        </Sheet>
      </div>
    </>
  );
}

function Clock({ breach: { authorityDueAt, closedOn, affected } }: { breach: StoredBreach }) {
  const t = useText();
  const count = affected.filter(({ safety }) => safety === 'NOT_YET').length;
  if (closedOn !== null) return <Note>{t('outside.closedOn', { date: fullDate(closedOn) })}</Note>;
  return (
    <span className="row wrap">
      {authorityDueAt === null ? (
        <Ok>{t('outside.clockNone')}</Ok>
      ) : (
        <When tone="lit">{t('outside.clock', { time: dayAndTime(authorityDueAt) })}</When>
      )}
      {count > 0 && <Stop>{t('outside.unasked', { count })}</Stop>}
    </span>
  );
}

const ANSWERS = ['NOT_DECIDED', 'YES', 'NO'] as const;

function Told({ written, onWrite }: FieldProps) {
  const t = useText();
  const { authority, dataClasses, containment, lessons } = written;
  return (
    <>
      <NativeSelect
        label={t('outside.authority')}
        description={t('outside.authorityHint')}
        value={authority.answer}
        data={ANSWERS.map((value) => ({ value, label: t(`outside.authorityAnswers.${value}`) }))}
        onChange={({ currentTarget }) => {
          const answer = ANSWERS.find((one) => one === currentTarget.value) ?? 'NOT_DECIDED';
          onWrite({ authority: { ...authority, answer } });
        }}
      />
      <TextInput
        label={t('outside.authorityWhy')}
        dir="auto"
        maxLength={400}
        value={authority.why}
        onChange={({ currentTarget }) => onWrite({ authority: { ...authority, why: currentTarget.value } })}
      />
      <NotificationsField written={written} onWrite={onWrite} />
      <Checkbox.Group
        label={t('outside.dataClasses')}
        value={[...dataClasses]}
        onChange={(value) => onWrite({ dataClasses: ReleaseCategory.options.filter((one) => value.includes(one)) })}
      >
        <div className="outside-ticks">
          {ReleaseCategory.options.map((value) => (
            <Checkbox key={value} value={value} label={t(`sharing.category.${value}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea
        label={t('outside.containment')}
        dir="auto"
        autosize
        maxLength={4_000}
        value={containment}
        onChange={({ currentTarget }) => onWrite({ containment: currentTarget.value })}
      />
      <Textarea
        label={t('outside.lessons')}
        dir="auto"
        autosize
        maxLength={4_000}
        value={lessons}
        onChange={({ currentTarget }) => onWrite({ lessons: currentTarget.value })}
      />
    </>
  );
}
