// Conversation: one talk with her, and the notes made during it (domain §4). It begins before anything is written, so
// that her answer about notes stands first; with NO only its purpose and its times are kept.
import { z } from 'zod';
import { noteWriters, read, write } from '../contract/operation.ts';
import { CaseFileId, RecordId, StaffMemberId } from '../ids.ts';
import { Instant } from '../time.ts';
import { NoteKind } from './case-note.ts';
import { TieKind } from './interpreter.ts';
import { BasedOn, OfCase, Page, RevisionMark } from './revision-mark.ts';

export const ConversationPurpose = NoteKind.exclude(['NOTE']);
export type ConversationPurpose = z.output<typeof ConversationPurpose>;

export const NotesConsent = z.enum(['NOT_ASKED', 'YES', 'YES_BUT_LIMITED', 'NO']);
export type NotesConsent = z.output<typeof NotesConsent>;

/** What is said before the first question; each may be left out, with the reason if there is one. */
export const OpeningStep = z.enum([
  'INTRODUCED',
  'PURPOSE_AND_NOTES',
  'LIMITS',
  'RIGHTS',
  'HOW_NOW',
  'NAME_AND_COMFORT',
]);
export type OpeningStep = z.output<typeof OpeningStep>;

const Line = z.string().trim().max(200);

export const ConversationDetails = z.strictObject({
  privateSpace: z.enum(['YES', 'NO']).nullable(),
  alsoPresent: Line,
  language: z.string().trim().max(80),
  opening: z.partialRecord(OpeningStep, z.strictObject({ isDone: z.boolean(), reason: Line })),
  /** How hard it was, 0 to 10, when she wanted to say. It is no score: nothing adds it up or compares it. */
  comfort: z.int().min(0).max(10).nullable(),
  stopReason: Line,
});
export type ConversationDetails = z.output<typeof ConversationDetails>;
export const noDetails: ConversationDetails = {
  privateSpace: null,
  alsoPresent: '',
  language: '',
  opening: {},
  comfort: null,
  stopReason: '',
};

export const Tied = z.enum(['YES', 'NO', 'NOT_ASKED']);
export type Tied = z.output<typeof Tied>;

/** Who it was when nobody vetted could come. None of them is ever offered; it is written down afterwards with a reason. */
export const EmergencyInterpreter = z.enum(['STAFF', 'OTHER', 'FAMILY', 'CHILD', 'RESIDENT', 'PARTNER']);
export type EmergencyInterpreter = z.output<typeof EmergencyInterpreter>;
export const EmergencyReason = z.string().trim().min(10).max(300);

/** `approved` and `conflict` are her answers, given without the interpreter in the room. */
export const InterpreterUse = z.discriminatedUnion('how', [
  z.strictObject({
    how: z.literal('VETTED'),
    interpreterId: RecordId,
    approved: Tied,
    conflict: z.record(TieKind, Tied),
  }),
  z.strictObject({ how: z.literal('EMERGENCY'), who: EmergencyInterpreter, reason: EmergencyReason }),
]);
export type InterpreterUse = z.output<typeof InterpreterUse>;

export const Conversation = z.strictObject({
  caseFileId: CaseFileId,
  purpose: ConversationPurpose,
  startedAt: Instant,
  startedBy: StaffMemberId,
  notesConsent: NotesConsent,
  details: ConversationDetails,
  /** Kept whatever she says about notes: her safety may depend on who was in the room. */
  interpreter: InterpreterUse.nullable().default(null),
  /** Stopped because the interpreter was not safe. Why is sealed elsewhere. */
  stoppedUnsafe: z.boolean().default(false),
  endedAt: Instant.nullable(),
});
export type Conversation = z.output<typeof Conversation>;

export const StoredConversation = z.strictObject({
  ...Conversation.shape,
  ...RevisionMark.shape,
  id: RecordId,
  /** How many notes were kept during it. */
  notes: z.int().min(0),
});
export type StoredConversation = z.output<typeof StoredConversation>;

/** Names one conversation and the saved state a change builds on. */
export const OfConversation = { conversationId: RecordId, basedOn: BasedOn };

const touched = ['conversation', 'caseNote', 'caseFile', 'today'];

export const conversationOperations = {
  begin: write(
    noteWriters,
    touched,
    z.strictObject({ caseFileId: CaseFileId, purpose: ConversationPurpose }),
    StoredConversation,
  ),
  /**
   * Her answer about notes, kept at once. NO also throws away what this person was still writing in this conversation.
   * Errors: rule-broken {rule: 'conversation-ended'}, conflict.
   */
  answerNotes: write(
    noteWriters,
    touched,
    z.strictObject({ ...OfConversation, notesConsent: NotesConsent }),
    StoredConversation,
  ),
  /** Errors: rule-broken {rule: 'conversation-ended' | InterpreterRefusal}, conflict. */
  useInterpreter: write(
    noteWriters,
    touched,
    z.strictObject({ ...OfConversation, use: InterpreterUse }),
    StoredConversation,
  ),
  /** Ends it at once and leaves the interpreter out of this case; whoever stopped may say why by `interpreter.sayWhy`. */
  stopUnsafe: write(
    noteWriters,
    [...touched, 'interpreter'],
    z.strictObject({ ...OfConversation, details: ConversationDetails }),
    z.strictObject({ conversation: StoredConversation, exclusionId: RecordId.nullable() }),
  ),
  /** Errors: rule-broken {rule: 'conversation-ended' | 'conversation-without-consent'}, conflict. */
  end: write(
    noteWriters,
    touched,
    z.strictObject({ ...OfConversation, details: ConversationDetails }),
    StoredConversation,
  ),
  /** Newest first. */
  list: read(
    noteWriters,
    z.strictObject({ ...OfCase.shape, ...Page }),
    z.strictObject({ conversations: z.array(StoredConversation), total: z.int().min(0) }),
  ),
};
