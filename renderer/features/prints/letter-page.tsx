// The letter of a referral: the released lines on the left, the paper on the right. What is not covered is not here to be chosen.
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import type { ReferralLetter, StoredReferral } from '#shared/records/referral';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconPrint } from '../../ui/icons.ts';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { Paper } from '../../ui/paper.tsx';
import { chosenSections, linesOf, type SheetSection } from './sheet-content.ts';
import './prints.css';

export function LetterPage({ params }: PageProps) {
  const t = useText();
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const referralId = (params['referralId'] ?? '') as StoredReferral['id'];
  const letter = useRead('referral.letter', { referralId });
  return (
    <CaseFrame caseFileId={caseFileId} task={t('prints.sheet.REFERRAL_LETTER')}>
      {() => (
        <>
          {letter.error && <ErrorSentence error={letter.error} />}
          {letter.value && <Prepared caseFileId={caseFileId} referralId={referralId} letter={letter.value} />}
        </>
      )}
    </CaseFrame>
  );
}

const sectionsOf = ({ sections }: ReferralLetter): SheetSection[] =>
  sections.map(({ category, title, rows }, part) => ({
    id: `${category}${part}`,
    title,
    lines: rows.map(({ label, value, hers }, at) => ({
      id: `${category}${part}-${at}`,
      // A title says it once.
      ...(label === title ? {} : { label }),
      words: value,
      hers: hers === true,
    })),
  }));

interface PreparedProps {
  readonly caseFileId: CaseFileId;
  readonly referralId: StoredReferral['id'];
  readonly letter: ReferralLetter;
}

function Prepared({ caseFileId, referralId, letter }: PreparedProps) {
  const t = useText();
  const add = useWrite('printLog.add');
  const sections = sectionsOf(letter);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const lines = linesOf(sections);
  const chosen = new Set(lines.map(({ id }) => id).filter((id) => !left.has(id)));
  if (lines.length === 0) return <EmptyState>{t('sharing.nothingToSend')}</EmptyState>;
  const print = async (): Promise<void> => {
    const withName = chosenSections(sections, chosen).some(({ id }) => id.startsWith('NAME'));
    const sheet = { sheet: 'REFERRAL_LETTER' as const, lines: chosen.size, withName, shredOn: letter.usableUntil };
    const kept = await add.run({ caseFileId, referralId, ...sheet });
    if (kept.ok) window.print();
  };
  const toggle = (id: string): void => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <div className="prepare">
      <div className="stack no-print">
        <Sheet title={t('prints.letterLines')}>
          <div className="stack">
            {lines.map(({ id, label, words }) => (
              <Checkbox
                key={id}
                label={<span dir="auto">{words}</span>}
                description={label}
                checked={chosen.has(id)}
                onChange={() => toggle(id)}
              />
            ))}
            {letter.omissions.length > 0 && (
              <p className="small dim">
                {t('prints.letterOmitted', { what: letter.omissions.map(({ what }) => what).join(', ') })}
              </p>
            )}
            {add.error && <ErrorSentence error={add.error} />}
            <Button
              leftSection={<IconPrint size={18} aria-hidden />}
              loading={add.isRunning}
              disabled={chosen.size === 0}
              onClick={() => void print()}
            >
              {t('prints.print')}
            </Button>
            <p className="small dim">{t('prints.letterSpool')}</p>
          </div>
        </Sheet>
      </div>
      <Paper
        sections={chosenSections(sections, chosen)}
        name={null}
        size="normal"
        withPictures={false}
        head={<LetterHead letter={letter} />}
        end={<p className="letter-sign">{t('prints.letterSigned')}</p>}
        foot={<LetterFoot until={letter.usableUntil} />}
      />
    </div>
  );
}

function LetterHead({ letter }: { letter: ReferralLetter }) {
  const t = useText();
  return (
    <header className="letter-head">
      <p>{fullDate(dateOf(now()))}</p>
      <p className="paper-name" dir="auto">
        {t('prints.letterTo', { name: letter.recipientName })}
      </p>
      <p className="paper-note">{t('prints.letterAsk')}</p>
      <p dir="auto">{letter.purpose}</p>
    </header>
  );
}

/** Who signs does so by hand: the paper itself names neither the house nor where it is. */
function LetterFoot({ until }: { until: string }) {
  const t = useText();
  return (
    <>
      <p>{t('prints.letterFoot', { date: fullDate(until) })}</p>
      <p>{t('prints.destroyBy', { date: fullDate(until) })}</p>
    </>
  );
}
