// A conversation that was stopped because the interpreter turned out to know somebody: the interpreter is left out of the case from then on.
import type { CaseFileId, RecordId } from '#shared/ids';
import { noDetails } from '#shared/records/conversation';
import type { TestVault } from './vault.ts';

/** Returns the number of the conversation. */
export async function unsafeTalk(vault: TestVault, caseFileId: CaseFileId): Promise<RecordId> {
  const details = { agency: '', languages: ['Quechua'], dialect: '', gender: '', ties: [], name: 'Rosa' };
  const sworn = { vettedOn: '2026-01-02', confidentialitySignedOn: '2026-01-03' };
  const { id: interpreterId } = await vault.ask('interpreter.save', { basedOn: 0, details: { ...details, ...sworn } });
  const { id: conversationId, revision } = await vault.ask('conversation.begin', { caseFileId, purpose: 'SAFETY' });
  const no = 'NOT_ASKED' as const;
  const conflict = { COMMUNITY: no, FAMILY: no, EMPLOYER: no, NETWORK: no };
  const use = { how: 'VETTED' as const, interpreterId, approved: 'YES' as const, conflict };
  const used = await vault.ask('conversation.useInterpreter', { conversationId, basedOn: revision, use });
  await vault.ask('conversation.stopUnsafe', { conversationId, basedOn: used.revision, details: noDetails });
  return conversationId;
}
