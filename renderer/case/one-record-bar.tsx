// On every page of a case that is a part of another: where the whole is, and that what is new is written there. On the whole: its parts.
import { Link } from 'wouter';
import type { CaseFacts } from '#shared/records/case-file';
import type { CaseRef } from '#shared/records/revision-mark';
import { useText } from '../text.ts';
import { Alias } from '../ui/hers.tsx';
import { IconNoticed } from '../ui/icons.ts';
import { casePath } from './case-tabs.ts';

export function OneRecordBar({ record }: { record: CaseFacts['record'] }) {
  const t = useText();
  const { isPart, partOf, parts } = record;
  if (!isPart && parts.length === 0) return null;
  return (
    <section className="sunk-bar" role="status">
      <IconNoticed size={20} aria-hidden />
      <p className="grow">{t(isPart ? 'oneRecord.isPart' : 'oneRecord.hasParts')}</p>
      {isPart && partOf === null && <span className="small dim">{t('oneRecord.askDirector')}</span>}
      {(partOf === null ? parts : [partOf]).map((one) => (
        <ToCase key={one.caseFileId} of={one} />
      ))}
    </section>
  );
}

export function ToCase({ of }: { of: CaseRef }) {
  const { caseFileId, nameUsed, caseNumber } = of;
  return (
    <Link href={casePath(caseFileId)} className="row">
      <Alias caseFileId={caseFileId} alias={nameUsed} caseNumber={caseNumber} size={20} />
      <span className="small num">{caseNumber}</span>
    </Link>
  );
}
