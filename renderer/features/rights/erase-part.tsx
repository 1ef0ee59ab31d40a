// Erasing only what was chosen beside the person it is about: whole kinds of records, or single entries. Two sign, one of them a
// director; what a law or somebody's safety keeps is named and cannot be ticked.
import { Button, Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { RecordId } from '#shared/ids';
import { isSingleKind, type PartCategory } from '#shared/records/erased-part';
import type { PartsOfCase } from '#shared/records/retention';
import type { StoredRightsRequest } from '#shared/records/rights-request';
import type { TimelineEntry } from '#shared/records/timeline';
import { useRead, useTask } from '../../api/use-vault.ts';
import { type Second, SecondSigns } from '../../case/second-signs.tsx';
import { dayAndTime } from '../../dates.ts';
import { useMay } from '../../session/use-may.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Note } from '../../ui/status-words.tsx';

/** Entries that are offered at first, and with each further press. */
const SHOWN = 20;
const READ = 200;

interface ErasePartProps {
  readonly request: StoredRightsRequest;
  readonly onDone: () => void;
}

export function ErasePart({ request, onDone }: ErasePartProps) {
  const t = useText();
  const { caseFileId } = request;
  const [categories, setCategories] = useState<readonly PartCategory[]>([]);
  const [recordIds, setRecordIds] = useState<readonly RecordId[]>([]);
  const erase = useTask('retention.erasePart');
  const sign = async (second: Second): Promise<void> => {
    const wish = { caseFileId, requestId: request.id, categories: [...categories], recordIds: [...recordIds] };
    if ((await erase.start({ ...wish, second })).ok) onDone();
  };
  return (
    <div className="stack">
      <Categories caseFileId={caseFileId} chosen={categories} onChosen={setCategories} />
      <Entries caseFileId={caseFileId} chosen={recordIds} onChosen={setRecordIds} />
      <p className="small">{t('rights.partGoes')}</p>
      <p className="small dim">{t('rights.partStays')}</p>
      <WhoSignsToo>
        {(others) => (
          <SecondSigns
            others={others}
            isRunning={erase.isRunning}
            isReady={categories.length + recordIds.length > 0}
            error={erase.error}
            onLeave={onDone}
            onSign={sign}
          />
        )}
      </WhoSignsToo>
    </div>
  );
}

type Others = Parameters<typeof SecondSigns>[0]['others'];

/** A director chooses from the colleagues; to everybody else the list is not shown. */
function WhoSignsToo({ children }: { children: (others: Others) => ReactNode }) {
  const mayList = useMay('staffMember.list');
  return mayList ? <FromTheList>{children}</FromTheList> : children(null);
}

function FromTheList({ children }: { children: (others: Others) => ReactNode }) {
  const t = useText();
  const { person } = useSession();
  const staff = useRead('staffMember.list', {});
  if (staff.error) return <ErrorSentence error={staff.error} />;
  if (!staff.value) return null;
  const others = staff.value.filter(({ id, disabledAt }) => disabledAt === null && id !== person.id);
  return others.length === 0 ? <Note>{t('retention.secondNone')}</Note> : children(others);
}

interface ChooseProps<Chosen> {
  readonly caseFileId: StoredRightsRequest['caseFileId'];
  readonly chosen: readonly Chosen[];
  readonly onChosen: (chosen: readonly Chosen[]) => void;
}

const toggled = <One,>(all: readonly One[], one: One): readonly One[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];

function Categories({ caseFileId, chosen, onChosen }: ChooseProps<PartCategory>) {
  const t = useText();
  const found = useRead('retention.parts', { caseFileId });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  return (
    <fieldset className="part-list">
      <legend>{t('rights.partWhole')}</legend>
      {found.value.map((one) => (
        <Checkbox
          key={one.category}
          label={t('retention.partCount', { what: t(`retention.part.${one.category}`), count: one.count })}
          description={keptWords(t, one)}
          disabled={one.isKept !== null}
          checked={chosen.includes(one.category)}
          onChange={() => onChosen(toggled(chosen, one.category))}
        />
      ))}
    </fieldset>
  );
}

const keptWords = (t: ReturnType<typeof useText>, { isKept }: PartsOfCase[number]): string | undefined =>
  isKept === null ? undefined : t(`rights.partKept.${isKept}`);

function Entries({ caseFileId, chosen, onChosen }: ChooseProps<RecordId>) {
  const t = useText();
  const [shown, setShown] = useState(SHOWN);
  const found = useRead('caseFile.timeline', { caseFileId, offset: 0, limit: READ });
  const entries = newestOfEach(found.value?.entries ?? []);
  if (found.error) return <ErrorSentence error={found.error} />;
  if (entries.length === 0) return null;
  return (
    <fieldset className="part-list">
      <legend>{t('rights.partSingle')}</legend>
      {entries.slice(0, shown).map((entry) => {
        const id = RecordId.parse(entry.recordId);
        return (
          <Checkbox
            key={id}
            label={<bdi>{entryWords(t, entry)}</bdi>}
            checked={chosen.includes(id)}
            onChange={() => onChosen(toggled(chosen, id))}
          />
        );
      })}
      {entries.length > shown && (
        <div>
          <Button size="compact-md" variant="subtle" onClick={() => setShown(shown + SHOWN)}>
            {t('rights.partMore')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** A record goes whole, so it stands here once. */
function newestOfEach(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ recordId, recordKind }) => {
    if (!isSingleKind(recordKind) || seen.has(recordId) || !RecordId.safeParse(recordId).success) return false;
    seen.add(recordId);
    return true;
  });
}

function entryWords(t: ReturnType<typeof useText>, { at, recordKind, words }: TimelineEntry): string {
  const what = t(`kinds.${recordKind as 'intake'}`);
  return t('rights.entry', { date: dayAndTime(at), words: words === '' ? what : `${what}. ${words}` });
}
