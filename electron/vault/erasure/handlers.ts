// The operations of what is no longer kept, joined to the acts of this room.
import { VaultError } from '#shared/contract/errors';
import type { StaffMemberId } from '#shared/ids';
import type { Certificate, retentionOperations } from '#shared/records/retention';
import { proveColleague } from '../access/staff-access.ts';
import type { BlobKeeper } from '../attachments/blob-keeper.ts';
import { destroyKept } from '../backup/kept-vaults.ts';
import type { ReadContext, TaskContext, WriteContext } from '../context.ts';
import { loadCase } from '../records/case-file.ts';
import { caseRef } from '../records/case-ref.ts';
import { isHereAgain } from '../records/episode-kind.ts';
import { erasedCases } from '../records/erased-case.ts';
import { erasedParts } from '../records/erased-part.ts';
import { loadRecord } from '../records/record-kind.ts';
import { keepingNow, saveRules, storedRules } from '../records/retention-rules.ts';
import { obey, staffRef } from '../records/revision-mark.ts';
import { staffMemberKind } from '../records/staff-member.ts';
import type { StickDesk } from '../removable/stick-desk.ts';
import type { Handlers } from '../router.ts';
import type { Session } from '../session.ts';
import { caseKeyOf, recordKeyOf } from './case-key.ts';
import { noteAgency } from './given-packages.ts';
import { clearMedium, holders, noteGone } from './holders.ts';
import { historyDue, teamDue } from './old-lines.ts';
import { becauseTold, keptCases } from './preview.ts';
import { eraseAll, type Taken } from './run.ts';
import { keepListBeside } from './settle.ts';
import { sharedDue } from './shared-lines.ts';
import { isUnswept, sweep } from './sweep.ts';
import { eraseWish, partsOfCase } from './wish.ts';

export function retentionHandlers(
  session: Session,
  desk: StickDesk,
  keeper: BlobKeeper,
): Handlers<typeof retentionOperations> {
  return {
    rules: (context) => storedRules(context),
    saveRules: (context, { basedOn, ...rules }) => saveRules(context, rules, basedOn),
    ofCase: (context, { caseFileId }) => {
      const of = caseRef(context, caseFileId).caseFileId;
      const keeping = keepingNow(context, loadCase(context, of));
      if (keeping === null) return null;
      const { class: ruleClass, ruleOn, eligibleOn } = keeping;
      const because = becauseTold(context, of, keeping.because);
      return { class: ruleClass, ruleOn, eligibleOn, because, isHereAgain: isHereAgain(context, of) };
    },
    preview: (context) => ({
      today: context.today(),
      cases: keptCases(context),
      lines: { SHARED: sharedDue(context), TEAM: teamDue(context).length, HISTORY: historyDue(context) },
    }),
    certificates: (context) =>
      [...erasedCases(context), ...erasedParts(context)]
        .sort((one, other) => other.erasedAt - one.erasedAt || one.certificate.localeCompare(other.certificate))
        .map((left) => certificate(context, left)),
    holders: (context) => holders(context, session.settings.place),
    run: async (context, { second, ...chosen }) => {
      const how = await signed(session, keeper, { context, second, action: 'retention.run' });
      return eraseNow(session, 'retention.run', (write) => eraseAll(write, { ...chosen, ...how }));
    },
    parts: (context, { caseFileId }) => partsOfCase(context, caseFileId),
    erasePart: async (context, { second, ...wish }) => {
      const how = await signed(session, keeper, { context, second, action: 'retention.erasePart' });
      context.read((read) => obey(isAmongDirectors(read, how.approvedBy) ? null : 'erase-director'));
      const [certificate] = eraseNow(session, 'retention.erasePart', (write) => {
        const { part, blobs } = eraseWish(write, wish, how);
        return [{ left: part, blobs }];
      });
      if (certificate === undefined) throw new VaultError('internal');
      return certificate;
    },
    noteGone: (context, { id, basedOn }) => {
      noteGone(context, id, basedOn);
      return {};
    },
    noteAgency: (context, noted) => {
      noteAgency(context, noted);
      return {};
    },
    clearMedium: (context, { folder }, control) =>
      clearMedium(session, desk, { context, folder: context.chosenPath(folder), signal: control.signal }),
    destroyKept: async (context, { name }) => {
      destroyKept(session.settings.place, name);
      context.write((write) => write.note('kept-vault'));
      return Promise.resolve({});
    },
  };
}

/** A backup copies what its snapshot names; an erasure under it would leave it half. */
function refuseDuringBackup(keeper: BlobKeeper): void {
  if (keeper.isHeld()) throw new VaultError('already-running');
}

interface Signing {
  readonly context: TaskContext;
  readonly second: Parameters<typeof proveColleague>[1];
  readonly action: string;
}

/** The second person signs at the same desk; nobody signs twice. */
async function signed(session: Session, keeper: BlobKeeper, { context, second, action }: Signing) {
  refuseDuringBackup(keeper);
  const approver = await proveColleague(session, second, action);
  obey(approver === context.staffMember.id ? 'erase-second' : null);
  refuseDuringBackup(keeper);
  const { vault } = session.opened();
  return { approvedBy: [context.staffMember.id, approver], keyOf: caseKeyOf(vault), recordKeyOf: recordKeyOf(vault) };
}

const isAmongDirectors = (context: ReadContext, ids: readonly StaffMemberId[]): boolean =>
  ids.some((id) => loadRecord(context, staffMemberKind, id).body.role === 'director');

/**
 * From here on nothing waits: taken out, the file written anew, the list told. What fails after the first step is done at the next
 * unlock, and the certificates are true already.
 */
function eraseNow(session: Session, name: string, work: (context: WriteContext) => Taken[]): Certificate[] {
  const { vault } = session.opened();
  const taken = session.commit({ name, unlogged: false }, work);
  try {
    if (isUnswept(vault))
      sweep(
        vault,
        taken.flatMap(({ blobs }) => blobs),
      );
    keepListBeside(session);
  } catch {
    session.settings.log({ event: 'not-swept' });
  }
  return taken.map(({ left }) => certificate(session.readContext(''), left));
}

function certificate(context: ReadContext, left: Taken['left']): Certificate {
  const { certificate: number, class: ruleClass, reason, erasedOn, approvedBy } = left;
  const approvers = approvedBy.map((id) => staffRef(context, id)).filter((known) => known !== null);
  const counts = 'counts' in left ? { counts: left.counts } : {};
  return { certificate: number, class: ruleClass, reason, erasedOn, approvedBy: approvers, ...counts };
}
