// What stands on pages of their own, at a glance: the indicators, people causing harm, what protects, what a workbook said.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Answers } from '#shared/answers';
import type { CaseFileId } from '#shared/ids';
import type { StoredIndicators } from '#shared/records/identification-indicators';
import { asked } from '#shared/records/identification-rules';
import { ageThen } from '#shared/records/trafficking-elements';
import { useRead } from '../../api/use-vault.ts';
import { casePath } from '../../case/case-tabs.ts';
import { fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { usePersonWords } from './person-words.ts';
import { usePatternWords } from './result-sheet.tsx';

interface GlanceProps {
  readonly title: string;
  readonly href: string;
  readonly open: string;
  readonly children: ReactNode;
}
const Glance = ({ title, href, open, children }: GlanceProps) => (
  <Sheet
    title={title}
    end={
      <Button size="compact-sm" variant="subtle" component={Link} href={href} aria-label={`${open}: ${title}`}>
        {open}
      </Button>
    }
  >
    <div className="stack happened-glance">{children}</div>
  </Sheet>
);

export function IndicatorsGlance({ caseFileId, answers }: { caseFileId: CaseFileId; answers: Answers }) {
  const t = useText();
  const found = useRead('identificationIndicators.list', { caseFileId });
  const first = found.value?.[0]?.profile.toLowerCase() ?? (ageThen(answers) === 'under-18' ? 'cl' : 'al');
  return (
    <Glance
      title={t('happened.indicators')}
      href={casePath(caseFileId, `/profile/indicators/${first}`)}
      open={t('happened.open')}
    >
      {found.error && <ErrorSentence error={found.error} />}
      {found.value?.length === 0 && <p className="dim">{t('happened.indicatorsNone')}</p>}
      {found.value?.map((one) => (
        <OneResult key={one.id} one={one} />
      ))}
      <p className="small dim">{t('happened.aid')}</p>
    </Glance>
  );
}

function OneResult({ one }: { one: StoredIndicators }) {
  const t = useText();
  const words = usePatternWords();
  return (
    <div>
      <p className="label-line dim">
        {t(`happened.profile.${one.profile}`)}. {t('happened.askedOf', asked(one.profile, one.marks))}
      </p>
      <p>{one.result === null ? t('happened.checklistShort') : words(one.profile, one.result.pattern)}</p>
    </div>
  );
}

export function HarmGlance({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const words = usePersonWords();
  const people = useRead('personCausingHarm.list', { caseFileId });
  return (
    <Glance title={t('happened.people')} href={casePath(caseFileId, '/profile/people')} open={t('happened.open')}>
      {people.error && <ErrorSentence error={people.error} />}
      {people.value?.length === 0 && <p className="dim">{t('happened.peopleNone')}</p>}
      {people.value?.map((person) => (
        <p key={person.id}>{words(person)}</p>
      ))}
    </Glance>
  );
}

export function ProtectsGlance({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const views = useRead('vulnerabilityView.list', { caseFileId });
  const newest = views.value?.[0];
  return (
    <Glance title={t('happened.protects')} href={casePath(caseFileId, '/profile/protects')} open={t('happened.open')}>
      {views.error && <ErrorSentence error={views.error} />}
      {views.value && (
        <p className={newest ? '' : 'dim'}>
          {newest ? t('happened.lookedOn', { date: fullDate(newest.lookedOn) }) : t('happened.protectsNone')}
        </p>
      )}
    </Glance>
  );
}

export function WorkbookGlance({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const records = useRead('htcdsRecord.list', { caseFileId });
  const count = records.value?.length ?? 0;
  return (
    <Glance title={t('happened.workbook')} href={casePath(caseFileId, '/profile/workbook')} open={t('happened.open')}>
      {records.error && <ErrorSentence error={records.error} />}
      {records.value && (
        <p className={count === 0 ? 'dim' : ''}>
          {count === 0 ? t('happened.workbookNone') : t('happened.workbookRows', { count })}
        </p>
      )}
    </Glance>
  );
}
