// Who belongs together here, and who is kept apart.
import type { CaseFileId } from '#shared/ids';
import { ApartSheet } from '../../case/apart-sheet.tsx';
import { CaseFrame } from '../../case/case-frame.tsx';
import { HouseholdSheet } from '../../case/household-sheet.tsx';
import { SamePersonSheet } from '../../case/same-person-sheet.tsx';
import { useMay } from '../../session/use-may.ts';
import type { PageProps } from '../../route.ts';
import './case-page.css';

export function FamilyPage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const mayCompare = useMay('samePerson.ofCase');
  return (
    <CaseFrame caseFileId={caseFileId} part="/family">
      {(_caseFile, pronouns) => (
        <div className="two-columns">
          <div className="stack">
            <HouseholdSheet caseFileId={caseFileId} pronouns={pronouns} />
            <ApartSheet caseFileId={caseFileId} />
          </div>
          <div className="stack">{mayCompare && <SamePersonSheet caseFileId={caseFileId} pronouns={pronouns} />}</div>
        </div>
      )}
    </CaseFrame>
  );
}
