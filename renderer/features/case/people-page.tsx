// Her names, the words for her, how to reach her, and who works with her. Saving how to reach her also says that she agreed today.
import { Button } from '@mantine/core';
import type { CaseFileId } from '#shared/ids';
import type { StoredCaseFile } from '#shared/records/case-file';
import { useWrite } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { TeamSheet } from '../../case/team-sheet.tsx';
import { WorkerWishSheet } from '../../case/worker-wish.tsx';
import { fullDate } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Ok } from '../../ui/status-words.tsx';
import { AboutForm } from './about-form.tsx';
import { NamesForm } from './names-form.tsx';
import { ReachForm } from './reach-form.tsx';
import './case-page.css';

export function PeoplePage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  return (
    <CaseFrame caseFileId={caseFileId} part="/people">
      {(caseFile, pronouns) => (
        <div className="two-columns">
          <div className="stack">
            <ReachForm key={`reach${caseFile.revision}`} caseFile={caseFile} pronouns={pronouns} />
            <NoticeSheet caseFile={caseFile} />
          </div>
          <div className="stack">
            <NamesForm key={`names${caseFile.revision}`} caseFile={caseFile} pronouns={pronouns} />
            <AboutForm key={`about${caseFile.revision}`} caseFile={caseFile} pronouns={pronouns} />
            <TeamSheet caseFileId={caseFileId} />
            <WorkerWishSheet caseFileId={caseFileId} pronouns={pronouns} />
          </div>
        </div>
      )}
    </CaseFrame>
  );
}

function NoticeSheet({ caseFile }: { caseFile: StoredCaseFile }) {
  const t = useText();
  const given = useWrite('caseFile.noticeGiven');
  const { confidentialityNotice: notice } = caseFile;
  return (
    <Sheet title={t('people.notice')}>
      {given.error && <ErrorSentence error={given.error} />}
      <div className="row between">
        {notice.told === 'YES' ? (
          <Ok>{t('people.noticeGiven', { date: fullDate(notice.on) })}</Ok>
        ) : (
          <Note>{t('people.noticeNotYet')}</Note>
        )}
        {notice.told !== 'YES' && (
          <Button
            variant="default"
            loading={given.isRunning}
            onClick={() => void given.run({ caseFileId: caseFile.id })}
          >
            {t('people.noticeNow')}
          </Button>
        )}
      </div>
    </Sheet>
  );
}
