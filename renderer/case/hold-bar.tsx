// On a case on which a legal hold stands: that nothing of it is taken away, and where the hold is read.
import { Link } from 'wouter';
import type { CaseFacts } from '#shared/records/case-file';
import { useText } from '../text.ts';
import { IconWaits } from '../ui/icons.ts';
import { casePath } from './case-tabs.ts';

export function HoldBar({ caseFile: { id, onHold } }: { caseFile: Pick<CaseFacts, 'id' | 'onHold'> }) {
  const t = useText();
  if (!onHold) return null;
  return (
    <section className="sunk-bar">
      <IconWaits size={20} aria-hidden />
      <p className="grow">{t('retention.holdBar')}</p>
      <Link href={casePath(id, '/history')}>{t('retention.hold')}</Link>
    </section>
  );
}
