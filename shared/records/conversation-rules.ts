// Rules of a conversation: how long it has lasted and when to offer a rest, and what may be kept of it.
import type { NewCaseNote } from './case-note.ts';
import { type Conversation, type ConversationDetails, noDetails } from './conversation.ts';

/** Minutes (domain §4, pacing). */
export const BREAK_EVERY = 20;
export const SOFT_END = 60;
/** From here on, on a scale of ten, grounding and stopping are offered. */
export const HARD_FROM = 7;

const MINUTE = 60_000;

export interface Pace {
  readonly minutes: number;
  /** Twenty minutes without a rest. Nothing happens by itself; it is an offer. */
  readonly offersBreak: boolean;
  readonly isLong: boolean;
}

/** All three are UTC milliseconds; `restedAt` is null before the first rest. */
export function paceOf(at: {
  readonly startedAt: number;
  readonly restedAt: number | null;
  readonly now: number;
}): Pace {
  const minutesSince = (since: number): number => Math.max(0, Math.floor((at.now - since) / MINUTE));
  const minutes = minutesSince(at.startedAt);
  return {
    minutes,
    offersBreak: minutesSince(Math.max(at.startedAt, at.restedAt ?? 0)) >= BREAK_EVERY,
    isLong: minutes >= SOFT_END,
  };
}

export const mayWriteNotes = ({ notesConsent }: Pick<Conversation, 'notesConsent'>): boolean =>
  notesConsent === 'YES' || notesConsent === 'YES_BUT_LIMITED';

export type ConversationRefusal = 'conversation-ended' | 'conversation-without-consent';

/** With NO only the purpose and the times are kept. */
export function detailsRefusal(
  { notesConsent }: Pick<Conversation, 'notesConsent'>,
  details: ConversationDetails,
): ConversationRefusal | null {
  if (notesConsent !== 'NO') return null;
  return JSON.stringify(details) === JSON.stringify(noDetails) ? null : 'conversation-without-consent';
}

/** A note of a conversation waits for her yes to notes, and can only be as open as that yes. */
export function conversationNoteRefusal(
  conversation: Pick<Conversation, 'notesConsent' | 'endedAt'>,
  note: Pick<NewCaseNote, 'notesConsent'>,
): ConversationRefusal | null {
  if (conversation.endedAt !== null) return 'conversation-ended';
  return mayWriteNotes(conversation) && note.notesConsent === conversation.notesConsent
    ? null
    : 'conversation-without-consent';
}
