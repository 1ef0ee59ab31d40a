// Where the pages of the screens are.
import type { InstrumentId } from '#shared/instruments/instrument-definition';
import { casePath } from '../../case/case-tabs.ts';

export const wellbeingPath = (caseFileId: string): string => casePath(caseFileId, '/wellbeing');
export const screenPath = (caseFileId: string, id: InstrumentId): string =>
  casePath(caseFileId, `/wellbeing/screen/${id}`);
export const resultPath = (caseFileId: string, screeningId: string): string =>
  casePath(caseFileId, `/wellbeing/result/${screeningId}`);
