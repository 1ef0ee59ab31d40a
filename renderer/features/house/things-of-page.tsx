// What is kept for one person: everything can be given back from here, by whoever is on shift, and something new taken in.
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import type { ShownThing } from '#shared/records/kept-thing';
import { useRead } from '../../api/use-vault.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { CaseHead } from '../../ui/case-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import { TakeIn } from './take-in.tsx';
import { ThingRow } from './thing-row.tsx';
import './house.css';

export function ThingsOfPage({ params }: PageProps) {
  const t = useText();
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const own = useRead('keptThing.ofCase', { caseFileId });
  if (own.error) return <ErrorSentence error={own.error} />;
  if (!own.value) return null;
  const { of, isHere, things } = own.value;
  return (
    <>
      <CaseHead caseFileId={of.caseFileId} alias={of.nameUsed} caseNumber={of.caseNumber} task={t('things.title')} />
      <p className="house-back">
        <Link href="/house/things">{t('things.back')}</Link>
      </p>
      <p className="house-theirs">{t('things.theirs')}</p>
      <div className="house-halves">
        <Kept things={things} />
        {isHere ? <TakeIn caseFileId={caseFileId} /> : <Note>{t('things.notHere')}</Note>}
      </div>
    </>
  );
}

function Kept({ things }: { things: readonly ShownThing[] }) {
  const t = useText();
  const kept = things.filter(({ givenBack }) => givenBack === null);
  const gone = things.filter(({ givenBack }) => givenBack !== null);
  return (
    <div className="stack">
      <Sheet flush title={t('things.kept')}>
        {kept.length === 0 && <EmptyState>{t('things.ofNone')}</EmptyState>}
        <Rows label={t('things.kept')}>
          {kept.map((thing) => (
            <ThingRow key={thing.id} thing={thing} />
          ))}
        </Rows>
      </Sheet>
      {gone.length > 0 && (
        <Sheet flush title={t('things.gone')}>
          <Rows tight label={t('things.gone')}>
            {gone.map((thing) => (
              <ThingRow key={thing.id} thing={thing} />
            ))}
          </Rows>
        </Sheet>
      )}
    </div>
  );
}
