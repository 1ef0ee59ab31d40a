// Where the sheets of the trustees stand. Optional: a house without them is not reminded.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Trustees } from '#shared/records/session';
import { useRead } from '../../api/use-vault.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Ok, When } from '../../ui/status-words.tsx';

export function TrusteesSheet() {
  const t = useText();
  const trustees = useRead('session.trustees', {});
  if (trustees.error) return <ErrorSentence error={trustees.error} />;
  if (!trustees.value) return null;
  const { state } = trustees.value;
  return (
    <Sheet title={t('trustees.title')}>
      <div className="stack">
        <State trustees={trustees.value} />
        <p className="dim">{state === 'used' ? t('trustees.usedSays') : t('trustees.says')}</p>
        <div>
          <Button component={Link} href="/safekeeping/trustees" variant="default">
            {t(acts[state])}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

const acts = {
  none: 'trustees.make',
  'not-tried': 'trustees.tryThem',
  tried: 'trustees.makeNew',
  used: 'trustees.makeNew',
} as const;

function State({ trustees }: { trustees: Trustees }) {
  const t = useText();
  if (trustees.state === 'none') return <Note>{t('trustees.none')}</Note>;
  const day = fullDate(dateOf(trustees.since));
  switch (trustees.state) {
    case 'tried':
      return <Ok>{t('trustees.tried', { day })}</Ok>;
    case 'used':
      return <When tone="lit">{t('trustees.used', { day })}</When>;
    case 'not-tried':
      return <When>{t('trustees.notTried', { day })}</When>;
  }
}
