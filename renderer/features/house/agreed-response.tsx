// What was agreed with somebody in her own safety plan for when she is not back, as the house reads it on her card.
import type { CaseFileId } from '#shared/ids';
import { useRead } from '../../api/use-vault.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import type { Numbers } from './incident-in-making.ts';

export function AgreedResponses({ people, numbers }: { people: readonly string[]; numbers: Numbers }) {
  const may = useMay('caseFile.houseCard');
  if (!may) return null;
  return people.map((number) => {
    const caseFileId = numbers.get(number);
    return caseFileId && <AgreedResponse key={number} number={number} caseFileId={caseFileId} />;
  });
}

function AgreedResponse({ number, caseFileId }: { number: string; caseFileId: CaseFileId }) {
  const t = useText();
  const card = useRead('caseFile.houseCard', { caseFileId });
  if (!card.value) return null;
  const { mayDo } = card.value;
  return (
    <section className="house-agreed" aria-label={t('incidents.agreed', { number })}>
      <b>{t('incidents.agreed', { number })}</b>
      {mayDo.length === 0 && <p>{t('incidents.agreedNone')}</p>}
      <ul>
        {mayDo.map(({ words }) => (
          <li key={words} dir="auto">
            {words}
          </li>
        ))}
      </ul>
    </section>
  );
}
