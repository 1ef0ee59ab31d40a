// Where the recovery code stands. Lit while there is none that was proven to be on paper.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { WayBack } from '#shared/records/session';
import { useRead } from '../../api/use-vault.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Ok, When } from '../../ui/status-words.tsx';

const acts = {
  none: 'safekeeping.makeCode',
  'not-typed-back': 'safekeeping.typeBack',
  used: 'safekeeping.newCode',
  'typed-back': 'safekeeping.newCode',
} as const;

export function WayBackSheet() {
  const t = useText();
  const wayBack = useRead('session.wayBack', {});
  if (wayBack.error) return <ErrorSentence error={wayBack.error} />;
  if (!wayBack.value) return null;
  const isGood = wayBack.value.state === 'typed-back';
  return (
    <Sheet title={t('safekeeping.wayBack')} lit={!isGood}>
      <div className="stack">
        <CodeState wayBack={wayBack.value} />
        <p {...(isGood ? { className: 'dim' } : {})}>
          {wayBack.value.state === 'used' ? t('safekeeping.codeUsedSays') : t('safekeeping.wayBackSays')}
        </p>
        <div>
          <Button component={Link} href="/safekeeping/way-back" {...(isGood ? { variant: 'default' } : {})}>
            {t(acts[wayBack.value.state])}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

function CodeState({ wayBack }: { wayBack: WayBack }) {
  const t = useText();
  if (wayBack.state === 'none') return <When tone="lit">{t('safekeeping.codeNone')}</When>;
  const day = fullDate(dateOf(wayBack.since));
  switch (wayBack.state) {
    case 'typed-back':
      return <Ok>{t('safekeeping.codeGood', { day })}</Ok>;
    case 'used':
      return <When tone="lit">{t('safekeeping.codeUsed', { day })}</When>;
    case 'not-typed-back':
      return <When tone="lit">{t('safekeeping.codeNotTyped', { day })}</When>;
  }
}
