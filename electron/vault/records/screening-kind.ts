// Screenings and safety steps as records. No search text: nothing of them is found by a word. Their operations are elsewhere.
import { z } from 'zod';
import { CaseFileId, RecordId } from '#shared/ids';
import { SafetyStep } from '#shared/records/safety-step';
import { Screening } from '#shared/records/screening';
import { recordKind } from './record-kind.ts';

export const screeningKind = recordKind<Screening>({
  kind: 'screening',
  schema: Screening,
  table: 'screening',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    instrument: body.instrumentId,
    instrument_version: body.instrumentVersion,
    done_on: body.doneOn,
  }),
});

export const safetyStepKind = recordKind<SafetyStep>({
  kind: 'safety-step',
  schema: SafetyStep,
  table: 'safety_step',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    screening_id: body.screeningId,
    is_open: Number(body.status === 'OPEN'),
  }),
});

/** One look at the answers of a screen that somebody else took. The reason is a person's words, so it is a body. */
const ScreeningOpening = z.strictObject({ caseFileId: CaseFileId, screeningId: RecordId, reason: z.string().max(200) });

export const screeningOpeningKind = recordKind<z.output<typeof ScreeningOpening>>({
  kind: 'screening-opening',
  schema: ScreeningOpening,
  table: 'screening_opening',
  columns: (body) => ({ case_file_id: body.caseFileId }),
});
