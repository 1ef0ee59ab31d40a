// What the house keeps for this person now, and the way to more: a device to be laid aside begins here as well.
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import { useRead } from '../api/use-vault.ts';
import { useMay } from '../session/use-may.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../ui/sheet.tsx';

export function KeptFor({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const may = useMay('keptThing.ofCase');
  const own = useRead('keptThing.ofCase', { caseFileId }, { enabled: may });
  if (own.error) return <ErrorSentence error={own.error} />;
  if (own.value === undefined) return null;
  const kept = own.value.things.filter(({ givenBack }) => givenBack === null);
  return (
    <Sheet
      flush
      title={t('things.title')}
      end={<Link href={`/house/things/of/${caseFileId}`}>{t('things.takeOrGive')}</Link>}
    >
      {kept.length === 0 && <EmptyState>{t('things.ofNone')}</EmptyState>}
      <Rows tight label={t('things.title')}>
        {kept.map(({ id, what, place }) => (
          <li key={id}>
            <span className="grow" dir="auto">
              {what}
            </span>
            <span className="small dim" dir="auto">
              {place}
            </span>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
