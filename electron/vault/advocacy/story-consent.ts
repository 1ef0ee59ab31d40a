// Consents to tell a story. When one has ended and is told nowhere any more, its words are erased; that there was one stays.
import { RecordId } from '#shared/ids';
import {
  type StoredStory,
  type StoryConsent,
  type storyConsentOperations,
  type StoryState,
} from '#shared/records/story-consent';
import { firstUseOn, isOtherConsent, storyRefusal, storyState, useRefusal } from '#shared/records/story-rules';
import type { ReadContext, WriteContext } from '../context.ts';
import { eraseBodies, loadRecord, saveRecord, type Stored } from '../records/record-kind.ts';
import { obey, revisionMark } from '../records/revision-mark.ts';
import type { Handlers } from '../router.ts';
import { allStories, storyConsentKind, storyUseKind, usesOf } from './story-kind.ts';

export const storyConsentHandlers: Handlers<typeof storyConsentOperations> = {
  list: (context) =>
    allStories(context)
      .map((stored) => shown(context, stored))
      .sort((one, other) => orderOf(one) - orderOf(other)),
  save: (context, { storyId, basedOn, story }) => {
    const before = storyId === null ? null : loadRecord(context, storyConsentKind, storyId).body;
    obey(storyRefusal(story, before, context.today()));
    const version = before === null ? 1 : before.version + Number(isOtherConsent(story, before));
    return keep(context, storyId ?? context.newId(), { ...story, version, withdrawnOn: null }, basedOn);
  },
  use: (context, { storyId, ...use }) => {
    const { body } = loadRecord(context, storyConsentKind, storyId);
    obey(useRefusal(body, use, context.today()));
    const told = { ...use, storyId, version: body.version, downOn: null };
    saveRecord(context, storyUseKind, { id: context.newId(), caseFileId: null, body: told });
    return shown(context, loadRecord(context, storyConsentKind, storyId));
  },
  withdraw: (context, { storyId, basedOn }) => {
    const { body } = loadRecord(context, storyConsentKind, storyId);
    obey(body.withdrawnOn === null ? null : 'story-over');
    keep(context, storyId, { ...body, withdrawnOn: context.today() }, basedOn);
    return settled(context, storyId);
  },
  takenDown: (context, { useId, basedOn }) => {
    const { body } = loadRecord(context, storyUseKind, useId);
    const after = { ...body, downOn: body.downOn ?? context.today() };
    saveRecord(context, storyUseKind, { id: useId, caseFileId: null, body: after, expectedRevision: basedOn });
    return settled(context, body.storyId);
  },
};

const orderOf = ({ state }: StoredStory): number =>
  (['TAKE_DOWN', 'COOLING', 'USABLE', 'ENDED'] satisfies StoryState[]).indexOf(state);

/** Erases her words once they are told nowhere any more. */
function settled(context: WriteContext, storyId: string): StoredStory {
  const stored = loadRecord(context, storyConsentKind, storyId);
  const story = shown(context, stored);
  if (story.state !== 'ENDED' || story.text === '') return story;
  const after = keep(context, storyId, { ...stored.body, alias: '', text: '', fee: '' }, stored.revision);
  eraseBodies(context, storyConsentKind, storyId, stored.revision);
  context.db.run('UPDATE vault_state SET unswept = 1');
  return after;
}

/** Ran out, and told nowhere: nobody is left who would take it back, so its words go by themselves. */
const ranOut = (context: ReadContext): StoredStory[] =>
  allStories(context)
    .map((stored) => shown(context, stored))
    .filter(({ state, text }) => state === 'ENDED' && text !== '');

export const storiesDue = (context: ReadContext): boolean => ranOut(context).length > 0;

export function forgetStories(context: WriteContext): void {
  for (const { id } of ranOut(context)) settled(context, id);
}

const keep = (context: WriteContext, id: string, body: StoryConsent, expectedRevision: number): StoredStory =>
  shown(context, saveRecord(context, storyConsentKind, { id, caseFileId: null, body, expectedRevision }));

function shown(context: ReadContext, stored: Stored<StoryConsent>): StoredStory {
  const used = usesOf(context, stored.id);
  return {
    ...stored.body,
    ...revisionMark(context, stored),
    id: RecordId.parse(stored.id),
    state: storyState(
      stored.body,
      used.map(({ body }) => body),
      context.today(),
    ),
    firstUseOn: firstUseOn(stored.body),
    used: used.map(({ id, revision, body }) => ({ ...body, revision, id: RecordId.parse(id) })),
  };
}
