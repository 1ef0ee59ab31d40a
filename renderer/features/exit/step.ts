// What every step of moving out is given.
import type { CaseFileId } from '#shared/ids';
import type { ExitWritten } from '#shared/records/case-exit';
import type { Pronouns } from '../../pronouns.ts';

export interface StepProps {
  readonly caseFileId: CaseFileId;
  readonly exit: ExitWritten;
  readonly onWrite: (part: Partial<ExitWritten>, at: string) => void;
  readonly pronouns: Pronouns;
  readonly isRunning: boolean;
  /** Keeps what is written, then goes on or back. */
  readonly onStep: (by: 1 | -1) => void;
}
