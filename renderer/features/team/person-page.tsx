// One colleague, for the director: what is known, what was learnt, who had time for her, and the way out of the house.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { StaffMemberId } from '#shared/ids';
import type { PersonTraining } from '#shared/records/training';
import { useRead } from '../../api/use-vault.ts';
import type { PageProps } from '../../route.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { CompletionForm } from './completion-form.tsx';
import { CourseRows, LineRows } from './course-rows.tsx';
import { FactsSheet } from './facts-sheet.tsx';
import { SupervisionSheet } from './supervision-sheet.tsx';
import { caseloadWords } from './team-words.ts';
import './team.css';

export function PersonPage({ params }: PageProps) {
  const t = useText();
  const staffMemberId = (params['staffId'] ?? '') as StaffMemberId;
  const { person: me } = useSession();
  const found = useRead('training.ofColleague', { staffMemberId });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const training = found.value;
  return (
    <>
      <PageHead
        title={<span dir="auto">{training.person.name}</span>}
        fact={factOf(t, training)}
        actions={
          staffMemberId !== me.id && (
            <Button component={Link} href={`/team/${staffMemberId}/leaving`} variant="default">
              {t('team.toLeaving')}
            </Button>
          )
        }
      />
      <p className="team-back">
        <Link href="/team">{t('team.back')}</Link>
      </p>
      <div className="team-person-page">
        <div className="stack">
          <CourseRows training={training} />
          <CompletionForm staffMemberId={staffMemberId} courses={training.courses} />
          <LineRows training={training} mayStrike />
        </div>
        <div className="stack">
          <FactsSheet staffMemberId={staffMemberId} caseload={caseloadWords(t, training)} />
          <SupervisionSheet staffMemberId={staffMemberId} />
        </div>
      </div>
    </>
  );
}

const factOf = (t: ReturnType<typeof useText>, { role, hasLeft }: PersonTraining): string =>
  [t(`safekeeping.role.${role}`), ...(hasLeft ? [t('team.noAccess')] : [])].join(', ');
