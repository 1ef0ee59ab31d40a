// Her nights in this house: which bed, since when, and how many in all. Nothing is shown before the first.
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import type { OwnStay } from '#shared/records/stay';
import { useRead } from '../api/use-vault.ts';
import { shortDate } from '../dates.ts';
import { useMay } from '../session/use-may.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Rows, Sheet } from '../ui/sheet.tsx';

export function NightsHere({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const may = useMay('stay.ofCase');
  const own = useRead('stay.ofCase', { caseFileId }, { enabled: may });
  if (own.error) return <ErrorSentence error={own.error} />;
  if (own.value === undefined || own.value.stays.length === 0) return null;
  return (
    <Sheet
      flush
      title={t('house.stays')}
      end={<Link href="/house">{t('house.nights', { count: own.value.nights })}</Link>}
    >
      <Rows tight label={t('house.stays')}>
        {own.value.stays.map((stay) => (
          <li key={stay.id}>
            <span className="grow" dir="auto">
              {t('house.stayLine', { code: stay.code, room: stay.roomName })}
            </span>
            <span className="small dim">{whenWords(t, stay)}</span>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}

const whenWords = (t: ReturnType<typeof useText>, { from, leftOn, nights }: OwnStay): string => {
  const span =
    leftOn === null
      ? t('house.staySince', { from: shortDate(from) })
      : t('house.stayFrom', { from: shortDate(from), to: shortDate(leftOn) });
  return `${span}, ${t('house.nights', { count: nights })}`;
};
