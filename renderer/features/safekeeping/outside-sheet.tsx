// The way to what comes from outside: legal requests, what got out, and the papers for the desk.
import { Link } from 'wouter';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { Rows, Sheet } from '../../ui/sheet.tsx';

const PAPERS = ['DESK_SCRIPT', 'LEGAL_STEPS', 'REPORT_WORKSHEET', 'LOST_MEDIA'] as const;

export function OutsideSheet() {
  const t = useText();
  const leads = useMay('legalRequest.list');
  const mayReport = useMay('breach.report');
  if (!mayReport) return null;
  return (
    <Sheet flush title={t('outside.title')}>
      <Rows tight label={t('outside.title')}>
        {leads && (
          <li>
            <Link href="/safekeeping/requests">{t('outside.requests')}</Link>
          </li>
        )}
        <li>
          <Link href="/safekeeping/breaches">{t('outside.breaches')}</Link>
        </li>
        {PAPERS.map((paper) => (
          <li key={paper}>
            <Link href={`/safekeeping/papers/${paper}`}>{t(`outside.paper.${paper}`)}</Link>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
