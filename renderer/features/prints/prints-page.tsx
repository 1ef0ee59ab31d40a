// What can be put on paper for this person, each sheet with one purpose, and what was printed before. The screen itself is
// never printed.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import { OWN_SHEETS, type StoredPrint } from '#shared/records/print-log';
import { useRead } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { casePath } from '../../case/case-tabs.ts';
import { dayAndTime, fullDate } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconPrint } from '../../ui/icons.ts';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import './prints.css';

export function PrintsPage({ params }: PageProps) {
  const t = useText();
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  return (
    <CaseFrame caseFileId={caseFileId} part="/prints">
      {(_caseFile, pronouns) => (
        <div className="two-columns">
          <Sheet flush title={t('prints.choose')}>
            <Rows>
              {OWN_SHEETS.map((sheet) => (
                <li key={sheet}>
                  <span className="grow">
                    <b>{t(`prints.sheet.${sheet}`)}</b>
                    <span className="print-purpose">{t(`prints.purpose.${sheet}`, pronouns)}</span>
                  </span>
                  <Button
                    component={Link}
                    href={casePath(caseFileId, `/prints/${sheet}`)}
                    variant="default"
                    leftSection={<IconPrint size={18} aria-hidden />}
                    aria-label={t('prints.prepareThe', { sheet: t(`prints.sheet.${sheet}`) })}
                  >
                    {t('prints.prepare')}
                  </Button>
                </li>
              ))}
            </Rows>
          </Sheet>
          <Printed caseFileId={caseFileId} />
        </div>
      )}
    </CaseFrame>
  );
}

function Printed({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const log = useRead('printLog.list', { caseFileId });
  return (
    <Sheet flush title={t('prints.log')}>
      {log.error && <ErrorSentence error={log.error} />}
      {log.value?.length === 0 && <EmptyState>{t('prints.logEmpty')}</EmptyState>}
      <Rows tight>
        {log.value?.map((print) => (
          <PrintedRow key={print.id} print={print} />
        ))}
      </Rows>
    </Sheet>
  );
}

function PrintedRow({ print }: { print: StoredPrint }) {
  const t = useText();
  const by = print.savedBy === null ? '' : `, ${print.savedBy.name}`;
  return (
    <li>
      <span className="grow">
        {t(`prints.sheet.${print.sheet}`)}
        <span className="print-purpose">{`${dayAndTime(print.savedAt)}${by}`}</span>
      </span>
      <span className="small dim">{t('prints.destroyBy', { date: fullDate(print.shredOn) })}</span>
    </li>
  );
}
