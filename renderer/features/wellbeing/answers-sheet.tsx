// The answers of one screen, one by one. Whoever took it sees them; anybody else says why, and that look is kept.
import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { findInstrument } from '#shared/instruments/published';
import type { ScreeningAnswers, ScreeningRow } from '#shared/records/screening';
import type { Translate } from '#shared/text/language';
import { useWrite } from '../../api/use-vault.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';

export function AnswersSheet({ row }: { row: ScreeningRow }) {
  const t = useText();
  const { person } = useSession();
  const open = useWrite('screening.openAnswers', { quiet: true });
  const [reason, setReason] = useState('');
  const [given, setGiven] = useState<ScreeningAnswers | null>(null);
  const isMine = row.savedBy?.id === person.id;
  const see = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const result = await open.run({ screeningId: row.id, reason });
    if (result.ok) setGiven(result.value.given);
  };
  if (given !== null) {
    return (
      <Sheet title={t('wellbeing.answers')}>
        <dl className="step-lines">
          {linesOf(t, row, given).map(([asked, said]) => (
            <div key={asked}>
              <dt className="small dim">{asked}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
      </Sheet>
    );
  }
  return (
    <form className="answers-ask" onSubmit={(event) => void see(event)}>
      {!isMine && (
        <TextInput
          label={t('wellbeing.answersWhy')}
          description={t('wellbeing.answersWhyHint')}
          dir="auto"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {open.error && <ErrorSentence error={open.error} />}
      <div>
        <Button type="submit" size="compact-md" variant="default" disabled={!isMine && reason.trim().length < 3}>
          {t('wellbeing.answersSee')}
        </Button>
      </div>
    </form>
  );
}

type Line = readonly [asked: string, said: string];

function linesOf(t: Translate, row: ScreeningRow, given: ScreeningAnswers): readonly Line[] {
  if (given.entry === 'c-ssrs') return [];
  if (given.entry === 'asq') {
    const words = { YES: t('wellbeing.yes'), NO: t('wellbeing.no'), DECLINED: t('wellbeing.declined') };
    return [...given.answers, given.acuity].map((answer, index) => [
      t('wellbeing.asqQuestion', { number: index + 1 }),
      answer === null ? t('wellbeing.notAsked') : words[answer],
    ]);
  }
  const instrument = findInstrument(row.instrumentId, row.instrumentVersion);
  if (instrument?.entry !== 'items') return [];
  const said = (value: number | null): string =>
    instrument.scale.find((choice) => choice.value === value)?.label ?? t('wellbeing.leftOut');
  const gate: Line[] =
    instrument.gate === null
      ? []
      : [[instrument.gate.question, said(given.gate === null ? null : Number(given.gate === 'YES'))]];
  return [...gate, ...instrument.items.map((words, index): Line => [words, said(given.answers[index] ?? null)])];
}
