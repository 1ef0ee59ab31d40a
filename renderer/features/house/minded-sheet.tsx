// What to keep in mind with those who sleep here: lines of the house, and what must not be. Never from whom or why.
import type { HouseMind } from '#shared/records/house-card';
import type { Minded } from '#shared/records/stay';
import { useText } from '../../text.ts';
import { AliasText } from '../../ui/hers.tsx';
import { Patch } from '../../ui/patch.tsx';

/** Groups are another page's matter. */
const isOfTheHouse = (one: HouseMind): one is Exclude<HouseMind, 'DIFFERENT_GROUP'> => one !== 'DIFFERENT_GROUP';

export function MindedSheet({ minded }: { minded: readonly Minded[] }) {
  const t = useText();
  if (minded.length === 0) return <p className="dim">{t('house.mindedNone')}</p>;
  return (
    <ul className="house-mind">
      {minded.map(({ of, mind, lines }) => (
        <li key={of.caseFileId}>
          <Patch caseFileId={of.caseFileId} size={20} />
          <span>
            <AliasText caseFileId={of.caseFileId} alias={of.nameUsed} caseNumber={of.caseNumber} />
            {mind.filter(isOfTheHouse).map((one) => (
              <b key={one}> {t(`house.mind.${one}`)}</b>
            ))}
            {lines.map(({ words }) => (
              <span key={words} dir="auto">
                {' '}
                {words}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
