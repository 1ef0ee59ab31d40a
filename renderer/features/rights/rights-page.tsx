// Their rights: what was asked about the record and by when it is answered, and what stands beside the record.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { ToApprove } from '../../case/produced-paper.tsx';
import { fullDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { Stop } from '../../ui/status-words.tsx';
import { BesideRecord } from './beside-record.tsx';
import { CountedChoice } from './counted-choice.tsx';
import { RequestForm } from './request-form.tsx';
import { RequestSheet } from './request-sheet.tsx';
import './rights.css';

export function RightsPage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  return (
    <CaseFrame caseFileId={caseFileId} part="/rights">
      {(_caseFile, pronouns) => (
        <div className="two-columns">
          <Requests caseFileId={caseFileId} pronouns={pronouns} />
          <div className="stack">
            <BesideRecord caseFileId={caseFileId} pronouns={pronouns} />
            <CountedChoice caseFileId={caseFileId} pronouns={pronouns} />
          </div>
        </div>
      )}
    </CaseFrame>
  );
}

interface RequestsProps {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
}

function Requests({ caseFileId, pronouns }: RequestsProps) {
  const t = useText();
  const [isWriting, setWriting] = useState(false);
  const found = useRead('rightsRequest.list', { caseFileId });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const { requests, restrictedSince, timing, isHeld } = found.value;
  return (
    <div className="stack">
      <ToApprove caseFileId={caseFileId} />
      {restrictedSince !== null && <Restricted since={restrictedSince} caseFileId={caseFileId} pronouns={pronouns} />}
      {isWriting ? (
        <RequestForm caseFileId={caseFileId} pronouns={pronouns} timing={timing} onDone={() => setWriting(false)} />
      ) : (
        <div className="row wrap between">
          <p className="dim grow">{t('rights.lead')}</p>
          <Button onClick={() => setWriting(true)}>{t('rights.write')}</Button>
        </div>
      )}
      {requests.length === 0 && !isWriting && (
        <Sheet>
          <EmptyState>{t('rights.none')}</EmptyState>
        </Sheet>
      )}
      {requests.map((request) => (
        <RequestSheet key={request.id} request={request} pronouns={pronouns} isHeld={isHeld} />
      ))}
    </div>
  );
}

/** Lit, because whoever comes next has to see it before anything else; the way back is beside it. */
function Restricted({ since, caseFileId, pronouns }: RequestsProps & { since: string }) {
  const t = useText();
  const lift = useWrite('rightsRequest.lift');
  const found = useRead('rightsRequest.list', { caseFileId });
  const restricting = found.value?.requests.find(
    ({ kind, outcome, liftedOn }) => kind === 'RESTRICT' && outcome !== null && liftedOn === null,
  );
  return (
    <Sheet lit>
      <div className="stack">
        <Stop>{t('rights.restricted', { date: fullDate(since) })}</Stop>
        {lift.error && <ErrorSentence error={lift.error} />}
        {restricting && (
          <div className="row">
            <Button
              variant="default"
              loading={lift.isRunning}
              onClick={() => void lift.run({ requestId: restricting.id, basedOn: restricting.revision })}
            >
              {pronouns.they === 'they' ? t('rights.liftThey', pronouns) : t('rights.lift', pronouns)}
            </Button>
          </div>
        )}
      </div>
    </Sheet>
  );
}
