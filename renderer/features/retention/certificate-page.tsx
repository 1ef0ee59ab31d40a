// One certificate as it comes out of the printer: neutral, it names no house, no place and nobody it was about.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { PartCategory } from '#shared/records/erased-part';
import type { Certificate } from '#shared/records/retention';
import { useRead } from '../../api/use-vault.ts';
import { fullDate } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconPrint } from '../../ui/icons.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState } from '../../ui/sheet.tsx';
import './retention.css';

export function CertificatePage({ params }: PageProps) {
  const t = useText();
  const number = params['certificate'] ?? '';
  const found = useRead('retention.certificates', {});
  const certificate = found.value?.find((one) => one.certificate === number);
  return (
    <>
      <PageHead
        title={t('retention.certificate', { number })}
        actions={
          <>
            <Button component={Link} href="/safekeeping/retention" variant="default">
              {t('retention.back')}
            </Button>
            {certificate && (
              <Button leftSection={<IconPrint size={18} aria-hidden />} onClick={() => window.print()}>
                {t('retention.print')}
              </Button>
            )}
          </>
        }
      />
      {found.error && <ErrorSentence error={found.error} />}
      {found.value && !certificate && <EmptyState>{t('retention.notFound')}</EmptyState>}
      {certificate && <CertificatePaper certificate={certificate} />}
    </>
  );
}

function CertificatePaper({ certificate: one }: { certificate: Certificate }) {
  const t = useText();
  const approvers = one.approvedBy.map(({ name }) => name).join(', ');
  const lines: readonly (readonly [string, string])[] = [
    [t('retention.paperNumber'), one.certificate],
    [t('retention.paperWhat'), t(`retention.paperOf.${one.class}`)],
    ...partLines(t, one),
    [t('retention.paperWhy'), t(`retention.paperReason.${one.reason}`)],
    [t('retention.paperDay'), fullDate(one.erasedOn)],
    [t('retention.paperBy'), approvers === '' ? t('retention.paperByList') : approvers],
  ];
  return (
    <article className="certificate">
      <h2>{t('retention.paperTitle')}</h2>
      <dl>
        {lines.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{words}</dd>
          </div>
        ))}
      </dl>
      <p className="certificate-foot">{t('retention.paperFoot')}</p>
    </article>
  );
}

/** How many of what, where a part was destroyed. */
function partLines(t: ReturnType<typeof useText>, { counts }: Certificate): (readonly [string, string])[] {
  const parts = [...PartCategory.options, 'LINES' as const].flatMap((what) => {
    const count = counts?.[what];
    return count === undefined ? [] : [t('retention.partCount', { count, what: t(`retention.part.${what}`) })];
  });
  return parts.length === 0 ? [] : [[t('retention.paperHowMuch'), parts.join(', ')]];
}
