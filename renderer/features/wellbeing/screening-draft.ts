// A screening in the making: kept in the vault after every answer, so that a knock at the door loses none of them.
import { z } from 'zod';
import type { CaseFileId } from '#shared/ids';
import { type InstrumentDefinition, InstrumentId } from '#shared/instruments/instrument-definition';
import { ScreeningAnswers } from '#shared/records/screening';
import { CalendarDate } from '#shared/time';
import { useState } from 'react';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { useDraft } from '../../forms/use-draft.ts';

export const ScreeningInMaking = z.strictObject({
  instrumentId: InstrumentId,
  doneOn: CalendarDate,
  ageSaid: z.boolean(),
  given: ScreeningAnswers,
  /** The step that is shown, counted from 0. */
  at: z.int().min(0),
  /** The short screen whose answers came along. */
  carriedFrom: InstrumentId.nullable(),
});
export type ScreeningInMaking = z.output<typeof ScreeningInMaking>;

export const screeningTarget = (caseFileId: CaseFileId) => ({ kind: 'screening', caseFileId });

export function freshScreening(instrument: InstrumentDefinition): ScreeningInMaking {
  const given: ScreeningAnswers =
    instrument.entry === 'items'
      ? { entry: 'items', gate: null, answers: instrument.items.map(() => null) }
      : instrument.id === 'asq'
        ? { entry: 'asq', answers: [null, null, null, null], acuity: null, judgement: false }
        : { entry: 'c-ssrs', tier: 'NONE' };
  return { instrumentId: instrument.id, doneOn: dateOf(now()), ageSaid: false, given, at: 0, carriedFrom: null };
}

export function useScreeningDraft(caseFileId: CaseFileId, instrument: InstrumentDefinition) {
  const draft = useDraft({ target: screeningTarget(caseFileId), schema: ScreeningInMaking });
  const [screening, setScreening] = useState<ScreeningInMaking | null>(null);
  const { kept } = draft;
  const isOther = kept !== undefined && kept !== null && kept.body.instrumentId !== instrument.id;
  if (screening === null && kept !== undefined && !isOther) setScreening(kept?.body ?? freshScreening(instrument));
  return {
    /** Null until the vault was asked, and while another screen is in the making. */
    screening,
    other: screening === null && isOther ? kept.body.instrumentId : null,
    error: draft.error,
    change: (part: Partial<ScreeningInMaking>): void => {
      if (screening === null) return;
      const next = { ...screening, ...part };
      setScreening(next);
      // Of the C-SSRS only the level is kept; a draft of it would stand beside questions that show no answer.
      if (next.given.entry !== 'c-ssrs') draft.write(next, CHOICES_ID);
    },
    discard: draft.discard,
  };
}

/** The field to return to after a lock. */
export const CHOICES_ID = 'screen-choices';
