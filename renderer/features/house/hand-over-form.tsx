// What the next shift must know, line by line: whom it is about, and what. Kept as a draft by number while it is typed.
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { z } from 'zod';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { timeOfDay } from '../../dates.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { usePreferences } from '../../preferences.ts';
import { useShortcut } from '../../shortcuts.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Ok } from '../../ui/status-words.tsx';

/** Whom by number; empty for the house. */
const Line = z.strictObject({ number: z.string(), words: z.string() });
const Making = z.strictObject({ lines: z.array(Line) });
type Line = z.output<typeof Line>;

const noLine: Line = { number: '', words: '' };
const nothingYet = { lines: [noLine] };
const MOST = 40;

export function HandOverForm() {
  const t = useText();
  const draft = useDraft({ target: { kind: 'hand-over' }, schema: Making });
  const send = useWrite('handOver.write');
  const here = useRead('caseFile.houseList', {});
  const [typed, setTyped] = useState<readonly Line[] | null>(null);
  const [isAsked, setAsked] = useState(false);
  const [keptAt, setKeptAt] = useState<number | null>(null);
  const lines = typed ?? draft.kept?.body.lines ?? nothingYet.lines;
  const write = (next: readonly Line[], at: string): void => {
    setTyped(next);
    setKeptAt(null);
    draft.write({ lines: [...next] }, at);
  };
  const change = (index: number, part: Partial<Line>, at: string): void =>
    write(
      lines.map((line, place) => (place === index ? { ...line, ...part } : line)),
      at,
    );
  const keep = async (): Promise<void> => {
    const said = lines.filter(({ words }) => words.trim() !== '');
    setAsked(said.length === 0);
    if (said.length === 0 || send.isRunning || here.value === undefined) return;
    const idOf = new Map(here.value.map(({ caseNumber, caseFileId }) => [caseNumber, caseFileId]));
    await draft.flush();
    const result = await send.run({
      lines: said.map(({ number, words }) => ({ caseFileId: idOf.get(number) ?? null, words })),
    });
    if (!result.ok) return;
    setTyped(nothingYet.lines);
    setKeptAt(now());
  };
  useShortcut('finish', () => void keep());
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void keep();
  };
  if (draft.error) return <ErrorSentence error={draft.error} />;
  if (draft.kept === undefined) return null;
  return (
    <Sheet title={t('handOver.write')}>
      <form className="stack" aria-label={t('handOver.write')} onSubmit={submit} noValidate>
        {lines.map((line, index) => (
          <LineFields
            key={index}
            index={index}
            line={line}
            isAsked={isAsked && index === 0}
            onChange={(part, at) => change(index, part, at)}
            onLeaveOut={
              lines.length === 1
                ? null
                : () =>
                    write(
                      lines.filter((_, place) => place !== index),
                      'hand-over-words-0',
                    )
            }
          />
        ))}
        {send.error && <ErrorSentence error={send.error} />}
        {here.error && <ErrorSentence error={here.error} />}
        <div className="row wrap">
          <Button type="submit" loading={send.isRunning}>
            {t('handOver.keep')}
          </Button>
          {lines.length < MOST && (
            <Button variant="default" onClick={() => write([...lines, noLine], `hand-over-words-${lines.length}`)}>
              {t('handOver.another')}
            </Button>
          )}
          <span role="status">{keptAt !== null && <Ok>{t('handOver.kept', { time: timeOfDay(keptAt) })}</Ok>}</span>
        </div>
      </form>
    </Sheet>
  );
}

interface LineProps {
  readonly index: number;
  readonly line: Line;
  readonly isAsked: boolean;
  readonly onChange: (part: Partial<Line>, at: string) => void;
  readonly onLeaveOut: (() => void) | null;
}

function LineFields({ index, line, isAsked, onChange, onLeaveOut }: LineProps) {
  const t = useText();
  const number = index + 1;
  const namesHidden = usePreferences((preferences) => preferences.namesHidden);
  const here = useRead('caseFile.houseList', {});
  const people = (here.value ?? []).map(({ caseNumber, nameUsed }) => ({
    value: caseNumber,
    label: namesHidden ? caseNumber : nameUsed,
  }));
  return (
    <div className="house-line">
      <NativeSelect
        id={`hand-over-about-${index}`}
        label={t('handOver.about')}
        aria-label={t('handOver.aboutOf', { number })}
        data={[{ value: '', label: t('handOver.house') }, ...people]}
        value={line.number}
        onChange={({ currentTarget }) => onChange({ number: currentTarget.value }, `hand-over-about-${index}`)}
      />
      <Textarea
        id={`hand-over-words-${index}`}
        label={t('handOver.words')}
        aria-label={t('handOver.wordsOf', { number })}
        value={line.words}
        error={isAsked ? t('handOver.missing') : undefined}
        maxLength={1_000}
        dir="auto"
        autosize
        minRows={1}
        autoComplete="off"
        onChange={({ currentTarget }) => onChange({ words: currentTarget.value }, `hand-over-words-${index}`)}
      />
      {onLeaveOut && (
        <Button variant="subtle" aria-label={t('handOver.leaveOutOf', { number })} onClick={onLeaveOut}>
          {t('handOver.leaveOut')}
        </Button>
      )}
    </div>
  );
}
