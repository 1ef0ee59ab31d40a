// The letter after a permission was taken back: what the agency was given, and what it is asked to do with it now. It names nobody.
import { Button } from '@mantine/core';
import type { CaseFileId } from '#shared/ids';
import type { DisclosureLine } from '#shared/records/disclosure-log';
import type { StoredRelease } from '#shared/records/release';
import { addDays } from '#shared/time';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { leftUnder } from '../../case/left-under.ts';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconPrint } from '../../ui/icons.ts';
import { Paper } from '../../ui/paper.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import type { SheetSection } from './sheet-content.ts';
import './prints.css';

/** Days in which an agency should have answered, and after which the letter goes. */
const ANSWER_DAYS = 30;

export function StopLetterPage({ params }: PageProps) {
  const t = useText();
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const releaseId = (params['releaseId'] ?? '') as StoredRelease['id'];
  const release = useRead('release.get', { releaseId });
  const log = useRead('disclosureLog.list', { caseFileId });
  const error = release.error ?? log.error;
  return (
    <CaseFrame caseFileId={caseFileId} task={t('prints.sheet.WITHDRAWAL_LETTER')}>
      {() => (
        <>
          {error && <ErrorSentence error={error} />}
          {release.value && log.value && (
            <Letter release={release.value} lines={leftUnder(log.value, release.value.id)} />
          )}
        </>
      )}
    </CaseFrame>
  );
}

interface LetterProps {
  readonly release: StoredRelease;
  readonly lines: readonly DisclosureLine[];
}

function Letter({ release, lines }: LetterProps) {
  const t = useText();
  const add = useWrite('printLog.add');
  const sections = useSections({ release, lines });
  const today = dateOf(now());
  const shredOn = addDays(today, ANSWER_DAYS);
  if (lines.length === 0) return <EmptyState>{t('sharing.noneLeft')}</EmptyState>;
  const print = async (): Promise<void> => {
    const { caseFileId, id: releaseId } = release;
    const count = sections.flatMap((section) => section.lines).length;
    const sheet = { sheet: 'WITHDRAWAL_LETTER' as const, lines: count, withName: false, shredOn };
    if ((await add.run({ caseFileId, releaseId, ...sheet })).ok) window.print();
  };
  return (
    <div className="prepare">
      <div className="stack no-print">
        <Sheet>
          <div className="stack">
            <p>{t('prints.stopLetter.nobody')}</p>
            {add.error && <ErrorSentence error={add.error} />}
            <Button
              leftSection={<IconPrint size={18} aria-hidden />}
              loading={add.isRunning}
              onClick={() => void print()}
            >
              {t('prints.print')}
            </Button>
          </div>
        </Sheet>
      </div>
      <Paper
        sections={sections}
        name={null}
        size="normal"
        withPictures={false}
        head={
          <header className="letter-head">
            <p>{fullDate(today)}</p>
            <p className="paper-name" dir="auto">
              {t('prints.letterTo', { name: lines[0]?.recipientName ?? '' })}
            </p>
          </header>
        }
        end={<p className="letter-sign">{t('prints.letterSigned')}</p>}
        foot={<p>{t('prints.stopLetter.foot', { date: fullDate(shredOn) })}</p>}
      />
    </div>
  );
}

const ASKED = ['stop', 'destroy', 'others', 'answer'] as const;

/** By day, way and the name of the file: neither what was told nor about whom. */
function useSections({ release, lines }: LetterProps): SheetSection[] {
  const t = useText();
  const given = lines.map(({ id, on, way, what }) => ({
    id,
    words: t('prints.stopLetter.given', { date: fullDate(on), way: t(`disclosure.way.${way}`) }),
    hers: false,
    ...(way === 'PACKAGE' ? { note: what } : {}),
  }));
  const asked = ASKED.map((id) => ({ id, words: t(`prints.stopLetter.${id}`), hers: false }));
  const date = fullDate(release.revoked?.on ?? '');
  return [
    { id: 'given', title: t('prints.stopLetter.lead', { date }), lines: given },
    { id: 'asked', title: t('prints.stopLetter.please'), lines: asked },
  ];
}
