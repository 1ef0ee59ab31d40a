// Stands before every page of a case: the page, or the sheet that says the case is closed to her and what opens it. Asking
// first keeps a page from being refused part by part. The refusing itself is the vault's.
import { type ReactNode, useEffect } from 'react';
import type { CaseFileId } from '#shared/ids';
import type { CaseReach } from '#shared/records/case-file';
import { useRead } from '../api/use-vault.ts';
import { now } from '../clock.ts';
import { timeOfDay } from '../dates.ts';
import { useMay } from '../session/use-may.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { IconNoticed } from '../ui/icons.ts';
import { ClosedCase } from './closed-case.tsx';
import { EarlierFileBars } from './earlier-file-bar.tsx';
import { OneRecordBar } from './one-record-bar.tsx';

interface GateProps {
  readonly caseFileId: CaseFileId;
  readonly children: ReactNode;
}

/** House staff have no door here: their card opens of everyone who is here. */
export const CaseGate = ({ caseFileId, children }: GateProps) =>
  useMay('caseFile.get') ? <Door caseFileId={caseFileId}>{children}</Door> : children;

function Door({ caseFileId, children }: GateProps) {
  const found = useRead('caseFile.get', { caseFileId });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const { reach, record } = found.value;
  if (!reach.open) return <ClosedCase caseFile={found.value} />;
  return (
    <>
      {reach.until !== null && <OpenFor until={reach.until} onOver={found.refresh} />}
      <EarlierFileBars caseFile={found.value} />
      <OneRecordBar record={record} />
      {children}
    </>
  );
}

function OpenFor({ until, onOver }: { until: NonNullable<CaseReach['until']>; onOver: () => void }) {
  const t = useText();
  useEffect(() => {
    const timer = setTimeout(onOver, Math.max(0, until - now()) + 500);
    return () => clearTimeout(timer);
  }, [until, onOver]);
  return (
    <section className="sunk-bar" role="status">
      <IconNoticed size={20} aria-hidden />
      <p className="grow">{t('assignment.openUntil', { time: timeOfDay(until) })}</p>
    </section>
  );
}
