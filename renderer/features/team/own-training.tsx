// What somebody has done herself: hers to read, and the director's to write down.
import { useRead } from '../../api/use-vault.ts';
import { fullDate } from '../../dates.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { PersonTraining } from '#shared/records/training';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { CourseRows, LineRows } from './course-rows.tsx';
import { SupervisionRows } from './supervision-sheet.tsx';
import { caseloadWords } from './team-words.ts';

export function OwnTraining() {
  const t = useText();
  const found = useRead('training.own', {});
  const supervision = useRead('supervision.own', {});
  const mayChangeCourses = useMay('course.save');
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  return (
    <>
      <PageHead
        title={t('team.own')}
        fact={t('team.ownFact')}
        actions={
          mayChangeCourses && (
            <Button component={Link} href="/team/courses" variant="default">
              {t('team.toCourses')}
            </Button>
          )
        }
      />
      <div className="team-person-page">
        <div className="stack">
          <CourseRows training={found.value} />
          <LineRows training={found.value} />
        </div>
        <div className="stack">
          <OwnPapers training={found.value} />
          <Sheet flush title={t('team.supervision')}>
            {supervision.error && <ErrorSentence error={supervision.error} />}
            <SupervisionRows lines={supervision.value ?? []} isOwn />
          </Sheet>
        </div>
      </div>
    </>
  );
}

function OwnPapers({ training }: { training: PersonTraining }) {
  const t = useText();
  const said = (day: string | null): string => (day === null ? t('team.notWritten') : fullDate(day));
  const { agreementOn, minorsOn, cases, cap, lacking } = training;
  return (
    <Sheet title={t('team.facts')}>
      <dl className="team-facts">
        <dt>{t('team.agreementOn')}</dt>
        <dd>{said(agreementOn)}</dd>
        {(minorsOn !== null || lacking.includes('DETERMINATION')) && (
          <>
            <dt>{t('team.minorsOn')}</dt>
            <dd>{said(minorsOn)}</dd>
          </>
        )}
        {(cases > 0 || cap !== null) && (
          <>
            <dt>{t('team.caseload')}</dt>
            <dd>{caseloadWords(t, training)}</dd>
          </>
        )}
      </dl>
    </Sheet>
  );
}
