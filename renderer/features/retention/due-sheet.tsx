// The list before a run, by number: what is due is ticked here and erased by two; what is held says by what, what comes says when.
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import type { Certificate, KeptCase, RetentionPreview } from '#shared/records/retention';
import { useRead } from '../../api/use-vault.ts';
import { EraseForm } from '../../case/erase-form.tsx';
import { fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, Waits, When } from '../../ui/status-words.tsx';
import { Verdict } from '../../ui/verdict.tsx';
import { CertificateRows } from './certificates-sheet.tsx';

export function DueSheet() {
  const preview = useRead('retention.preview', {});
  const [chosen, setChosen] = useState<ReadonlySet<CaseFileId>>(new Set());
  const [isSigning, setSigning] = useState(false);
  const [done, setDone] = useState<readonly Certificate[] | null>(null);
  if (preview.error) return <ErrorSentence error={preview.error} />;
  if (!preview.value) return null;
  if (done !== null) return <Done certificates={done} />;
  const due = preview.value.cases.filter(({ isDue, caseFileId }) => isDue && chosen.has(caseFileId));
  if (isSigning)
    return (
      <EraseForm
        cases={due.map(({ caseFileId, caseNumber }) => ({ caseFileId, caseNumber }))}
        reason="RULE"
        onLeave={() => setSigning(false)}
        onDone={setDone}
      />
    );
  return (
    <DueList
      preview={preview.value}
      chosen={chosen}
      onChoose={(id) => setChosen(toggled(chosen, id))}
      onErase={() => setSigning(true)}
    />
  );
}

function toggled(chosen: ReadonlySet<CaseFileId>, id: CaseFileId): ReadonlySet<CaseFileId> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

interface DueListProps {
  readonly preview: RetentionPreview;
  readonly chosen: ReadonlySet<CaseFileId>;
  readonly onChoose: (caseFileId: CaseFileId) => void;
  readonly onErase: () => void;
}

function DueList({ preview: { cases, sharedDue }, chosen, onChoose, onErase }: DueListProps) {
  const t = useText();
  const due = cases.filter(({ isDue }) => isDue);
  const count = due.filter(({ caseFileId }) => chosen.has(caseFileId)).length;
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
            key={kept.caseFileId}
            kept={kept}
            isChosen={chosen.has(kept.caseFileId)}
            onChoose={() => onChoose(kept.caseFileId)}
          />
        ))}
      </Rows>
      {sharedDue > 0 && (
        <p className="rows-more">
          <Note>{t('retention.shared', { count: sharedDue })}</Note>
        </p>
      )}
      {due.length > 0 && (
        <div className="retention-foot">
          <Button disabled={count === 0} onClick={onErase}>
            {count === 0 ? t('retention.sign') : t('retention.chosen', { count })}
          </Button>
        </div>
      )}
    </Sheet>
  );
}

function KeptRow({ kept, isChosen, onChoose }: { kept: KeptCase; isChosen: boolean; onChoose: () => void }) {
  const t = useText();
  const { caseNumber, class: ruleClass, from, isDue, hold } = kept;
  return (
    <li>
      <Checkbox
        aria-label={t('retention.choose', { number: caseNumber })}
        checked={isDue && isChosen}
        disabled={!isDue}
        onChange={onChoose}
      />
      <span className="grow">
        <b className="num">{caseNumber}</b>
        <span className="small dim retention-why">
          {`${t(`retention.class.${ruleClass}`)}. ${t(`retention.why.${ruleClass}`, { from: fullDate(from) })}`}
        </span>
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

function KeptState({ kept: { isDue, hold, eligibleOn, ruleOn } }: { kept: KeptCase }) {
  const t = useText();
  if (hold) return <Waits>{t('retention.held')}</Waits>;
  const day = fullDate(eligibleOn ?? ruleOn);
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
