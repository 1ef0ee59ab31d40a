// The way to the history: that of everybody for those who read it, one's own for everybody else.
import { Link } from 'wouter';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';

export function HistorySheet() {
  const t = useText();
  const readsAll = useMay('auditEntry.page');
  return (
    <Sheet title={t('history.title')}>
      <Link href="/history">{t(readsAll ? 'history.link' : 'history.linkOwn')}</Link>
    </Sheet>
  );
}
