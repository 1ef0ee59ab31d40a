// Referrals of one case: those that are open first, each with the agency and where it stands.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import type { ReferralRow } from '#shared/records/referral';
import { useRead } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { casePath } from '../../case/case-tabs.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { ReferralForm } from './referral-form.tsx';
import { StateWord } from './referral-state.tsx';
import './referrals.css';

export function ReferralsPage({ params }: PageProps) {
  const t = useText();
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const [isWriting, setWriting] = useState(false);
  const found = useRead('referral.list', { caseFileId });
  const rows = found.value ?? [];
  return (
    <CaseFrame caseFileId={caseFileId} part="/referrals">
      {(_caseFile, pronouns) =>
        isWriting ? (
          <ReferralForm caseFileId={caseFileId} saved={null} pronouns={pronouns} onDone={() => setWriting(false)} />
        ) : (
          <div className="stack">
            <div className="row wrap between">
              <p className="dim grow">{t('referrals.lead')}</p>
              <Button onClick={() => setWriting(true)}>{t('referrals.add')}</Button>
            </div>
            {found.error && <ErrorSentence error={found.error} />}
            {found.value?.length === 0 && (
              <Sheet>
                <EmptyState>{t('referrals.none')}</EmptyState>
              </Sheet>
            )}
            <Listed caseFileId={caseFileId} title={t('referrals.title')} rows={rows.filter(({ isOpen }) => isOpen)} />
            <Listed caseFileId={caseFileId} title={t('referrals.past')} rows={rows.filter(({ isOpen }) => !isOpen)} />
          </div>
        )
      }
    </CaseFrame>
  );
}

interface ListedProps {
  readonly caseFileId: string;
  readonly title: string;
  readonly rows: readonly ReferralRow[];
}

function Listed({ caseFileId, title, rows }: ListedProps) {
  const t = useText();
  if (rows.length === 0) return null;
  return (
    <Sheet flush title={title}>
      <Rows label={title}>
        {rows.map((row) => (
          <li key={row.id}>
            <span className="grow referral-what">
              <Link href={casePath(caseFileId, `/referrals/${row.id}`)}>
                <b dir="auto">{row.agencyName}</b>
              </Link>
              <span className="small dim" dir="auto">
                {row.isIncoming ? `${t('referrals.came')}: ${row.asks}` : row.asks}
              </span>
            </span>
            <StateWord of={row} />
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
