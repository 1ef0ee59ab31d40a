// One person and the groups: where she has a place, where she may be asked, and who goes along with whom.
import type { CaseFileId } from '#shared/ids';
import { CaseFrame } from '../../case/case-frame.tsx';
import type { PageProps } from '../../route.ts';
import { InviteSheet } from './invite-sheet.tsx';
import { MentorsSheet } from './mentors-sheet.tsx';
import { OwnPlacesSheet } from './own-places-sheet.tsx';
import '../../case/team.css';
import './groups.css';

export function CaseGroupsPage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  return (
    <CaseFrame caseFileId={caseFileId} part="/groups">
      {(_caseFile, pronouns) => (
        <div className="two-columns">
          <div className="stack">
            <OwnPlacesSheet caseFileId={caseFileId} pronouns={pronouns} />
            <MentorsSheet caseFileId={caseFileId} pronouns={pronouns} />
          </div>
          <div className="stack">
            <InviteSheet caseFileId={caseFileId} pronouns={pronouns} />
          </div>
        </div>
      )}
    </CaseFrame>
  );
}
