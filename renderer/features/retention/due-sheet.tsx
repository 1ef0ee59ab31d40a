// The list before a run, by number: what is due is ticked here and erased by two; what is held says by what, what comes says when.
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Certificate, KeptCase, RetentionPreview } from '#shared/records/retention';
import { useRead } from '../../api/use-vault.ts';
import { EraseForm, type ToErase } from '../../case/erase-form.tsx';
import { fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, Waits, When } from '../../ui/status-words.tsx';
import { Verdict } from '../../ui/verdict.tsx';
import { CertificateRows } from './certificates-sheet.tsx';

/** One case may stand in the list with several things that go on days of their own. */
const keyOf = ({ caseFileId, class: what }: KeptCase): string => `${what} ${caseFileId}`;

export function DueSheet() {
  const preview = useRead('retention.preview', {});
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isSigning, setSigning] = useState(false);
  const [done, setDone] = useState<readonly Certificate[] | null>(null);
  if (preview.error) return <ErrorSentence error={preview.error} />;
  if (!preview.value) return null;
  if (done !== null) return <Done certificates={done} />;
  const due = preview.value.cases.filter((kept) => kept.isDue && chosen.has(keyOf(kept)));
  if (isSigning)
    return <EraseForm what={toErase(due)} reason="RULE" onLeave={() => setSigning(false)} onDone={setDone} />;
  return (
    <DueList
      preview={preview.value}
      chosen={chosen}
      onChoose={(key) => setChosen(toggled(chosen, key))}
      onErase={() => setSigning(true)}
    />
  );
}

function toErase(due: readonly KeptCase[]): ToErase {
  const of = (...classes: readonly KeptCase['class'][]) =>
    due.filter((kept) => classes.includes(kept.class)).map(({ caseFileId }) => caseFileId);
  return {
    caseFileIds: of('CASE', 'INQUIRY'),
    contactOf: of('CONTACT'),
    toldOf: of('TOLD'),
    numbers: due.map(({ caseNumber }) => caseNumber),
  };
}

function toggled(chosen: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(key)) next.add(key);
  return next;
}

interface DueListProps {
  readonly preview: RetentionPreview;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (key: string) => void;
  readonly onErase: () => void;
}

function DueList({ preview: { cases, lines }, chosen, onChoose, onErase }: DueListProps) {
  const t = useText();
  const due = cases.filter(({ isDue }) => isDue);
  const count = due.filter((kept) => chosen.has(keyOf(kept))).length;
  const hasLines = Object.values(lines).some((one) => one > 0);
  return (
    <Sheet
      flush
      title={t('retention.due')}
      {...(due.length > 0 ? { end: t('retention.dueCount', { count: due.length }) } : {})}
    >
      {cases.length === 0 && <EmptyState>{t('retention.none')}</EmptyState>}
      <Rows label={t('retention.due')}>
        {cases.map((kept) => (
          <KeptRow
            key={keyOf(kept)}
            kept={kept}
            isChosen={chosen.has(keyOf(kept))}
            onChoose={() => onChoose(keyOf(kept))}
          />
        ))}
      </Rows>
      {hasLines && <OldLines lines={lines} />}
      {(due.length > 0 || hasLines) && (
        <div className="retention-foot">
          <Button disabled={count === 0 && due.length > 0 && !hasLines} onClick={onErase}>
            {count > 0 ? t('retention.chosen', { count }) : hasLines ? t('retention.signLines') : t('retention.sign')}
          </Button>
        </div>
      )}
    </Sheet>
  );
}

/** They go with the next run, whatever is ticked. */
function OldLines({ lines }: Pick<RetentionPreview, 'lines'>) {
  const t = useText();
  return (
    <div className="rows-more">
      {(['SHARED', 'TEAM', 'HISTORY'] as const)
        .filter((name) => lines[name] > 0)
        .map((name) => (
          <p key={name}>
            <Note>{t(`retention.lines.${name}`, { count: lines[name] })}</Note>
          </p>
        ))}
    </div>
  );
}

function KeptRow({ kept, isChosen, onChoose }: { kept: KeptCase; isChosen: boolean; onChoose: () => void }) {
  const t = useText();
  const { caseNumber, class: what, from, isDue, hold, because } = kept;
  const isWhole = what === 'CASE' || what === 'INQUIRY';
  const label = isWhole
    ? t('retention.choose', { number: caseNumber })
    : t('retention.chooseOf', { number: caseNumber, what: t(`retention.class.${what}`) });
  return (
    <li>
      <Checkbox aria-label={label} checked={isDue && isChosen} disabled={!isDue} onChange={onChoose} />
      <span className="grow">
        <b className="num">{caseNumber}</b>
        <span className="small dim retention-why">
          {`${t(`retention.class.${what}`)}. ${t(`retention.why.${what}`, { from: fullDate(from) })}`}
        </span>
        {because !== 'RULE' && <span className="small retention-why">{t(`retention.because.${because}`)}</span>}
        {hold && (
          <span className="small retention-why" dir="auto">
            {t('retention.heldBy', { ...hold, day: fullDate(hold.startedOn) })}
          </span>
        )}
      </span>
      <KeptState kept={kept} />
    </li>
  );
}

function KeptState({ kept: { isDue, hold, eligibleOn, because } }: { kept: KeptCase }) {
  const t = useText();
  if (hold) return <Waits>{t('retention.held')}</Waits>;
  if (because === 'LAW') return <Waits>{t('retention.waitsForLaw')}</Waits>;
  if (eligibleOn === null) return <Waits>{t('retention.waitsForOther')}</Waits>;
  const day = fullDate(eligibleOn);
  return isDue ? (
    <When tone="lit">{t('retention.dueSince', { day })}</When>
  ) : (
    <When>{t('retention.comes', { day })}</When>
  );
}

function Done({ certificates }: { certificates: readonly Certificate[] }) {
  const t = useText();
  return (
    <Verdict
      good
      outcome={t('retention.done', { count: certificates.length })}
      consequence={t('retention.doneSays')}
      foot={
        <Button component={Link} href="/safekeeping/backups">
          {t('retention.toBackups')}
        </Button>
      }
    >
      <CertificateRows certificates={certificates} />
    </Verdict>
  );
}
