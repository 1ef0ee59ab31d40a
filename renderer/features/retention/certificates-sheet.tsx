// What was erased, as certificates: a random number, the class and the day. Nothing to be recognised by.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Certificate } from '#shared/records/retention';
import { useRead } from '../../api/use-vault.ts';
import { fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconPrint } from '../../ui/icons.ts';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';

export function CertificatesSheet() {
  const t = useText();
  const found = useRead('retention.certificates', {});
  return (
    <Sheet flush title={t('retention.certificates')}>
      {found.error && <ErrorSentence error={found.error} />}
      {found.value?.length === 0 && <EmptyState>{t('retention.noCertificates')}</EmptyState>}
      {found.value && <CertificateRows certificates={found.value} />}
    </Sheet>
  );
}

export function CertificateRows({ certificates }: { certificates: readonly Certificate[] }) {
  const t = useText();
  return (
    <Rows tight label={t('retention.certificates')}>
      {certificates.map(({ certificate, class: ruleClass, erasedOn }) => (
        <li key={certificate}>
          <span className="grow">
            <b className="num">{certificate}</b>
            <span className="small dim retention-why">
              {t('retention.certificateOn', { what: t(`retention.class.${ruleClass}`), day: fullDate(erasedOn) })}
            </span>
          </span>
          <Button
            component={Link}
            href={`/safekeeping/retention/${certificate}`}
            size="compact-md"
            variant="default"
            leftSection={<IconPrint size={16} aria-hidden />}
            aria-label={t('retention.printThe', { number: certificate })}
          >
            {t('retention.print')}
          </Button>
        </li>
      ))}
    </Rows>
  );
}
