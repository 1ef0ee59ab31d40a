// The timeline of a case narrowed to one topic: each thing that happened is of exactly one.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import { TimelineTopic } from '#shared/records/timeline';
import { aNeed, aNote, aSafetyPlan, openCase } from '../helpers/casework.ts';
import { newVault, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let maya: CaseFileId;
beforeAll(async () => {
  vault = await newVault();
  maya = await openCase(vault, 'Maya');
  await vault.ask('need.add', aNeed(maya));
  await vault.ask('caseNote.add', aNote(maya));
  await vault.ask('safetyPlan.save', aSafetyPlan(maya));
  await vault.ask('task.add', { words: 'Bring the bag down', dueOn: '2026-05-02', caseFileId: maya });
});
afterAll(() => vault.remove());

const told = async (topic: TimelineTopic | null) => {
  const { entries, total } = await vault.ask('caseFile.timeline', { caseFileId: maya, topic });
  expect(entries).toHaveLength(total);
  return entries.map(({ event }) => event);
};

it('holds what was asked for, newest first', async () => {
  expect(await told('needs')).toEqual(['task-set', 'need-added']);
  expect(await told('notes')).toEqual(['note-added']);
  expect(await told('plans')).toEqual(['safety-plan-first']);
  expect(await told('case')).toEqual(['case-opened']);
  expect(await told('legal')).toEqual([]);
});

it('all topics together are the whole', async () => {
  const each = await Promise.all(TimelineTopic.options.map(told));
  expect(each.flat().sort()).toEqual((await told(null)).sort());
});

it('is read in pieces', async () => {
  const piece = async (offset: number) =>
    (await vault.ask('caseFile.timeline', { caseFileId: maya, topic: 'needs', offset, limit: 1 })).entries[0]?.event;
  expect([await piece(0), await piece(1), await piece(2)]).toEqual(['task-set', 'need-added', undefined]);
});
