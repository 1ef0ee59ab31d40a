// A form being filled in: starts from the draft if one was kept, else from what was saved; every change becomes a draft.
import { useState } from 'react';
import { AnswerDrafts } from '#shared/answers';
import type { WireError } from '#shared/contract/errors';
import type { DraftTarget } from '#shared/records/draft';
import { useDraft } from './use-draft.ts';

interface FormOf {
  readonly target: DraftTarget;
  readonly formVersion: number;
  /** The answers of the saved record, without stamps; empty for a new one. */
  readonly saved: AnswerDrafts;
  /** Revision of the saved record; 0 for a new one. */
  readonly basedOn: number;
}

export interface FormState {
  /** False until the vault has said whether a draft was kept. Show nothing to type into before. */
  readonly isReady: boolean;
  readonly error: WireError | null;
  readonly answers: AnswerDrafts;
  readonly change: (answers: AnswerDrafts, at: string) => void;
  /** When the draft was begun on an earlier revision, somebody has saved in between: say so. */
  readonly isBehind: boolean;
  /** UTC ms of the draft that was found, for "You were writing …". */
  readonly keptAt: number | null;
  readonly keptField: string;
  /** The revision the kept draft was begun on; null without a draft, undefined before the vault has said. */
  readonly keptBasedOn: number | null | undefined;
  /** The kept draft builds on this revision from now on. */
  readonly rebase: (revision: number) => void;
  readonly flush: () => Promise<void>;
  /** After saving the record, or to give the text up. */
  readonly discard: () => Promise<void>;
}

export function useForm({ target, formVersion, saved, basedOn }: FormOf): FormState {
  const draft = useDraft({ target, schema: AnswerDrafts, formVersion, basedOn });
  const [typed, setTyped] = useState<AnswerDrafts | null>(null);
  const { kept } = draft;
  return {
    isReady: kept !== undefined,
    error: draft.error,
    answers: typed ?? kept?.body ?? saved,
    change: (answers, at) => {
      setTyped(answers);
      draft.write(answers, at);
    },
    isBehind: kept !== null && kept !== undefined && kept.basedOn !== null && kept.basedOn !== basedOn,
    keptAt: kept?.savedAt ?? null,
    keptField: kept?.at ?? '',
    keptBasedOn: kept === null || kept === undefined ? kept : kept.basedOn,
    rebase: draft.rebase,
    flush: draft.flush,
    discard: async () => {
      await draft.discard();
      setTyped(null);
    },
  };
}
