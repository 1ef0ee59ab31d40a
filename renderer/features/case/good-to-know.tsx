// Allergies, access, door: what everyone who meets her knows. No story.
import type { GoodToKnow as Line } from '#shared/records/case-facts';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';

export function GoodToKnow({ lines }: { lines: readonly Line[] }) {
  const t = useText();
  return (
    <Sheet title={t('cases.goodToKnow')}>
      {lines.length === 0 && <p className="dim">{t('cases.nothingToKnow')}</p>}
      <ul className="know">
        {lines.map((line) => (
          <li key={`${line.kind}${line.words}`} dir="auto">
            {line.words}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
