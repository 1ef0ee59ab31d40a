// A slip for the log book: the number of the newest line, its ten words, and two lines to sign. Whoever changes an older line later
// cannot make these words again.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Newest } from '#shared/records/audit-entry';
import { useRead } from '../../api/use-vault.ts';
import { dayAndTime } from '../../dates.ts';
import { useText } from '../../text.ts';
import { CodePicture } from '../../ui/code-picture.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { HousePaper } from '../../ui/house-paper.tsx';
import { IconPrint } from '../../ui/icons.ts';
import { Sheet } from '../../ui/sheet.tsx';
import './history.css';

export function SlipSheet() {
  const t = useText();
  return (
    <Sheet title={t('history.slip')}>
      <div className="stack">
        <p className="dim">{t('history.slipSays')}</p>
        <div className="row">
          <Button
            component={Link}
            href="/history/slip"
            variant="default"
            leftSection={<IconPrint size={18} aria-hidden />}
          >
            {t('history.slipMake')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

export function SlipPage() {
  const t = useText();
  const newest = useRead('auditEntry.newest', {});
  if (newest.error) return <ErrorSentence error={newest.error} />;
  if (!newest.value) return null;
  const { seq, at, words } = newest.value;
  const line = (id: string, text: string) => ({ id, words: text, hers: false });
  const sections = [
    {
      id: 'line',
      title: t('history.slipLine'),
      lines: [line('line', t('history.slipOf', { number: seq, when: dayAndTime(at) }))],
    },
    { id: 'words', title: t('history.slipWords'), lines: [line('words', words.join(' '))] },
  ];
  return (
    <HousePaper
      kind="HISTORY_SLIP"
      sections={sections}
      back="/history"
      more={{ lines: 2, content: <CodeAndNames newest={newest.value} /> }}
    />
  );
}

function CodeAndNames({ newest: { seq, words } }: { newest: Newest }) {
  const t = useText();
  return (
    <section>
      <CodePicture code={`${seq} ${words.join(' ')}`} size={132} label={t('history.slipCode')} />
      <p className="letter-sign">{t('history.slipFirst')}</p>
      <p className="letter-sign">{t('history.slipSecond')}</p>
      <p className="history-keep">{t('history.slipKeep')}</p>
    </section>
  );
}
