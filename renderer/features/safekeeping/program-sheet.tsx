// The way to the page about the program itself.
import { Link } from 'wouter';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';

export function ProgramSheet() {
  const t = useText();
  return (
    <Sheet title={t('program.title')}>
      <p className="small dim">{t('program.says')}</p>
      <Link href="/safekeeping/program">{t('program.link')}</Link>
    </Sheet>
  );
}
