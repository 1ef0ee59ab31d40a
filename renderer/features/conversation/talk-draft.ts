// What is marked and typed while a conversation goes on, apart from the note: a draft in the vault until it ends, so that
// nothing of it is kept when she says no to notes.
import { useState } from 'react';
import { z } from 'zod';
import { ConversationDetails, noDetails, type StoredConversation } from '#shared/records/conversation';
import type { WireError } from '#shared/contract/errors';
import { useDraft } from '../../forms/use-draft.ts';

const TalkInMaking = z.strictObject({ details: ConversationDetails, restedAt: z.number().nullable() });
type TalkInMaking = z.output<typeof TalkInMaking>;
const nothingYet: TalkInMaking = { details: noDetails, restedAt: null };

export interface TalkDraft {
  readonly isReady: boolean;
  readonly error: WireError | null;
  readonly details: ConversationDetails;
  /** UTC ms of the last rest. */
  readonly restedAt: number | null;
  readonly change: (part: Partial<ConversationDetails>, at: string) => void;
  readonly rested: (at: number) => void;
  /** She wants no notes: what was marked so far goes. */
  readonly forget: () => Promise<void>;
}

export function useTalkDraft({ id, caseFileId }: StoredConversation): TalkDraft {
  const draft = useDraft({ target: { kind: 'conversation', caseFileId, recordId: id }, schema: TalkInMaking });
  const [typed, setTyped] = useState<TalkInMaking | null>(null);
  const now = typed ?? draft.kept?.body ?? nothingYet;
  const put = (next: TalkInMaking, at: string): void => {
    setTyped(next);
    draft.write(next, at);
  };
  return {
    isReady: draft.kept !== undefined,
    error: draft.error,
    details: now.details,
    restedAt: now.restedAt,
    change: (part, at) => put({ ...now, details: { ...now.details, ...part } }, at),
    rested: (restedAt) => put({ ...now, restedAt }, ''),
    forget: async () => {
      setTyped({ ...nothingYet, restedAt: now.restedAt });
      await draft.discard();
    },
  };
}
