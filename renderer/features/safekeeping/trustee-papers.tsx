// The three sheets on lit paper, and the same for the printer: one page each, with that part alone. They name no place and no person.
import { useText } from '../../text.ts';
import { CodePicture } from '../../ui/code-picture.tsx';
import './trustee-papers.css';

interface Made {
  readonly set: string;
  readonly sheets: readonly (readonly string[])[];
}

export function TrusteePapers({ made }: { made: Made }) {
  const t = useText();
  return (
    <>
      {made.sheets.map((lines, index) => (
        <section key={index} className="kit no-print" aria-label={t('trustees.partOf', { number: index + 1 })}>
          <div>
            <p className="label-line">
              {t('trustees.partOf', { number: index + 1 })}, {t('trustees.set', { set: made.set })}
            </p>
            <Lines lines={lines} />
          </div>
          <CodePicture code={lines.join('\n')} size={132} label={t('trustees.picture')} />
        </section>
      ))}
      {made.sheets.map((lines, index) => (
        <section key={index} className="print-sheet trustee-paper only-print" aria-hidden="true">
          <h1>{t('trustees.paperTitle')}</h1>
          <p>
            {t('trustees.partOf', { number: index + 1 })}, {t('trustees.set', { set: made.set })}
          </p>
          <Lines lines={lines} />
          <CodePicture code={lines.join('\n')} size={200} label={t('trustees.picture')} />
          <p>{t('trustees.paperKeep')}</p>
          <p>{t('trustees.paperUse')}</p>
          <p>{t('trustees.paperType')}</p>
        </section>
      ))}
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ol className="share-lines" dir="ltr">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  );
}
