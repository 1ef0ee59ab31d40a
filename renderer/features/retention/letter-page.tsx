// A letter to an agency: destroy a package about something that is erased here. It says the day and the number of the package, and
// nobody's name. Printing it writes down that the agency was asked.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Holder } from '#shared/records/retention';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { fullDate } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconPrint } from '../../ui/icons.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState } from '../../ui/sheet.tsx';
import './retention.css';

type OfAgency = Extract<Holder, { kind: 'agency' }>;

export function LetterPage({ params }: PageProps) {
  const t = useText();
  const found = useRead('retention.holders', {});
  const note = useWrite('retention.noteAgency');
  const letter = found.value?.find(
    (one): one is OfAgency => one.kind === 'agency' && one.packageSha256 === params['package'],
  );
  const print = async ({ id, revision, packageSha256 }: OfAgency): Promise<void> => {
    const asked = await note.run({ id, basedOn: revision, packageSha256, what: 'ASKED' });
    if (asked.ok) window.print();
  };
  return (
    <>
      <PageHead
        title={t('retention.letterTitle')}
        actions={
          <>
            <Button component={Link} href="/safekeeping/retention" variant="default">
              {t('retention.back')}
            </Button>
            {letter && (
              <Button
                leftSection={<IconPrint size={18} aria-hidden />}
                loading={note.isRunning}
                onClick={() => void print(letter)}
              >
                {t('retention.print')}
              </Button>
            )}
          </>
        }
      />
      {found.error && <ErrorSentence error={found.error} />}
      {note.error && <ErrorSentence error={note.error} />}
      {found.value && !letter && <EmptyState>{t('retention.letterNotFound')}</EmptyState>}
      {letter && <LetterPaper letter={letter} />}
    </>
  );
}

function LetterPaper({ letter: { agency, on, packageSha256 } }: { letter: OfAgency }) {
  const t = useText();
  const lines = [
    [t('retention.letterTo'), agency],
    [t('retention.letterOn'), fullDate(on)],
    [t('retention.letterNumber'), packageSha256],
  ] as const;
  return (
    <article className="certificate">
      <h2>{t('retention.letterTitle')}</h2>
      <dl>
        {lines.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{words}</dd>
          </div>
        ))}
      </dl>
      <p>{t('retention.letterAsk')}</p>
      <p>{t('retention.letterNumberSays')}</p>
      <p>{t('retention.letterAnswer')}</p>
      <p className="certificate-foot">{t('retention.letterFoot')}</p>
    </article>
  );
}
