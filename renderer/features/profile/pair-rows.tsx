// Pairs of lines: what makes it harder, and beside it what protects. One empty pair is always there to write in.
import { TextInput } from '@mantine/core';
import type { FactorPair, Panel } from '#shared/records/vulnerability-view';
import { useText } from '../../text.ts';

const blank: FactorPair = { risk: '', protective: '' };
const isBlank = ({ risk, protective }: FactorPair): boolean => risk === '' && protective === '';

/** The two sides, for the eye; each field says them itself. */
export function PairHeads() {
  const t = useText();
  return (
    <div className="pair-heads dim" aria-hidden>
      <span>{t('happened.harder')}</span>
      <span>{t('happened.protecting')}</span>
    </div>
  );
}

interface PairRowsProps {
  readonly panel: Panel;
  readonly pairs: readonly FactorPair[];
  /** With the id of the field that changed. */
  readonly onPairs: (pairs: FactorPair[], at: string) => void;
}

export function PairRows({ panel, pairs, onPairs }: PairRowsProps) {
  const t = useText();
  const rows = [...pairs.filter((pair, at) => at < pairs.length - 1 || !isBlank(pair)), blank].slice(0, 20);
  const put = (at: number, part: Partial<FactorPair>, field: string): void =>
    onPairs(
      rows
        .map((row, index) => (index === at ? { ...row, ...part } : row))
        .filter((row, index) => index <= at || !isBlank(row)),
      field,
    );
  const sides = [
    { name: 'risk', label: t('happened.harder') },
    { name: 'protective', label: t('happened.protecting') },
  ] as const;
  return (
    <div className="pairs">
      <PairHeads />
      {rows.map((row, at) => (
        <div className="pair-row" key={at}>
          {sides.map(({ name, label }) => {
            const id = `pair-${panel}-${at}-${name}`;
            return (
              <TextInput
                key={name}
                id={id}
                aria-label={t('happened.pair', { what: label, panel: t(`happened.panel.${panel}`), number: at + 1 })}
                value={row[name]}
                maxLength={500}
                onChange={(event) => put(at, { [name]: event.currentTarget.value }, id)}
                dir="auto"
                autoComplete="off"
                spellCheck={false}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}
