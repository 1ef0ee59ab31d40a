// What the shift before wants this person to know, until she has read it.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { ShownHandOver } from '#shared/records/hand-over';
import { useWrite } from '../../api/use-vault.ts';
import { HandOverWords } from '../../case/hand-over-words.tsx';
import { dayAndTime } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';

export function HandOversToday({ handOvers }: { handOvers: readonly ShownHandOver[] }) {
  const t = useText();
  if (handOvers.length === 0) return null;
  return (
    <Sheet flush title={t('handOver.isNew')} end={<Link href="/house/hand-over">{t('handOver.all')}</Link>}>
      <Rows label={t('handOver.isNew')}>
        {handOvers.map((handOver) => (
          <NewHandOver key={handOver.id} handOver={handOver} />
        ))}
      </Rows>
    </Sheet>
  );
}

function NewHandOver({ handOver }: { handOver: ShownHandOver }) {
  const t = useText();
  const see = useWrite('handOver.seen');
  const by = { name: handOver.writtenBy?.name ?? t('handOver.somebody'), time: dayAndTime(handOver.at) };
  return (
    <li className="wrap">
      <span className="grow">
        <HandOverWords handOver={handOver} />
      </span>
      {see.error && <ErrorSentence error={see.error} />}
      <Button
        variant="default"
        loading={see.isRunning}
        aria-label={t('handOver.seenOf', by)}
        onClick={() => void see.run({ handOverId: handOver.id })}
      >
        {t('handOver.seen')}
      </Button>
    </li>
  );
}
