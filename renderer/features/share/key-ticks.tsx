// Who at the agency can open the package. All are ticked to begin with; whoever need not read it is left out.
import { Checkbox } from '@mantine/core';
import type { PinnedRecipient } from '#shared/records/partner-agency';
import { dateOf, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';

interface KeyTicksProps {
  readonly keys: readonly PinnedRecipient[];
  readonly ticked: readonly string[];
  readonly onTicked: (ticked: readonly string[]) => void;
}

export function KeyTicks({ keys, ticked, onTicked }: KeyTicksProps) {
  const t = useText();
  const factOf = ({ pinnedAt, wordsCompared }: PinnedRecipient): string =>
    [
      t('sharing.pinned', { date: fullDate(dateOf(pinnedAt)) }),
      wordsCompared ? t('sharing.compared') : t('sharing.notCompared'),
    ].join('. ');
  return (
    <Checkbox.Group
      label={t('sharing.whichKeys')}
      {...(keys.length > 1 ? { description: t('sharing.whichKeysHint') } : {})}
      {...(ticked.length === 0 ? { error: t('sharing.noneTicked') } : {})}
      value={[...ticked]}
      onChange={onTicked}
    >
      <div className="stack share-ways">
        {keys.map((key) => (
          <Checkbox
            key={key.recipient}
            value={key.recipient}
            label={<span dir="auto">{key.name === '' ? t('sharing.keyNoName') : key.name}</span>}
            description={
              <>
                <span dir="ltr">{key.fingerprintWords.join(' ')}</span>
                <br />
                {factOf(key)}
              </>
            }
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
