// The operations of what is no longer kept, joined to the acts of this room.
import { VaultError } from '#shared/contract/errors';
import type { CaseFileId } from '#shared/ids';
import type { Certificate, ErasedCase, KeptCase, retentionOperations } from '#shared/records/retention';
import { COMING_DAYS } from '#shared/records/retention';
import { isDue } from '#shared/records/retention-rules';
import { addDays } from '#shared/time';
import { proveColleague } from '../access/staff-access.ts';
import type { BlobKeeper } from '../attachments/blob-keeper.ts';
import { destroyKept } from '../backup/kept-vaults.ts';
import type { ReadContext } from '../context.ts';
import { caseFileKind } from '../records/case-file-kind.ts';
import { loadCase } from '../records/case-file.ts';
import { caseRef } from '../records/case-ref.ts';
import { isSealed } from '../records/case-reach.ts';
import { isHereAgain } from '../records/episode-kind.ts';
import { erasedCases } from '../records/erased-case.ts';
import { standingHolds } from '../records/legal-hold.ts';
import { PARTS_OF_OTHERS } from '../records/one-record.ts';
import { listRecords } from '../records/record-kind.ts';
import { keepingNow, saveRules, storedRules } from '../records/retention-rules.ts';
import { obey, staffRef } from '../records/revision-mark.ts';
import type { StickDesk } from '../removable/stick-desk.ts';
import type { Handlers } from '../router.ts';
import type { Session } from '../session.ts';
import { caseKeyOf } from './case-key.ts';
import { clearMedium, holders, noteGone } from './holders.ts';
import { eraseAll, type Run } from './run.ts';
import { keepListBeside } from './settle.ts';
import { sharedDue } from './shared-lines.ts';
import { isUnswept, sweep } from './sweep.ts';

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
      return { class: ruleClass, ruleOn, eligibleOn, isHereAgain: isHereAgain(context, of) };
    },
    preview: (context) => ({
      today: context.today(),
      cases: keptCases(context),
      sharedDue: sharedDue(context),
    }),
    certificates: (context) => erasedCases(context).map((erased) => certificate(context, erased)),
    holders: (context) => holders(context, session.settings.place),
    run: async (context, { caseFileIds, reason, second }) => {
      refuseDuringBackup(keeper);
      const approver = await proveColleague(session, second, 'retention.run');
      obey(approver === context.staffMember.id ? 'erase-second' : null);
      refuseDuringBackup(keeper);
      const keyOf = caseKeyOf(session.opened().vault);
      return eraseNow(session, { caseFileIds, reason, approvedBy: [context.staffMember.id, approver], keyOf });
    },
    noteGone: (context, { id, basedOn }) => {
      noteGone(context, id, basedOn);
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

/**
 * From here on nothing waits: taken out, the file written anew, the list told. What fails after the first step is done at the next
 * unlock, and the certificates are true already.
 */
function eraseNow(session: Session, run: Run): Certificate[] {
  const { vault } = session.opened();
  const taken = session.commit({ name: 'retention.run', unlogged: false }, (context) => eraseAll(context, run));
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
  return taken.map(({ erased }) => certificate(session.readContext(''), erased));
}

function certificate(
  context: ReadContext,
  { certificate: number, class: ruleClass, reason, erasedOn, approvedBy }: ErasedCase,
): Certificate {
  const approvers = approvedBy.map((id) => staffRef(context, id)).filter((known) => known !== null);
  return { certificate: number, class: ruleClass, reason, erasedOn, approvedBy: approvers };
}

/** By number: whoever signs beside the director may not know the name. What a newer case of the same person needs is not in it. */
function keptCases(context: ReadContext): KeptCase[] {
  const today = context.today();
  const until = addDays(today, COMING_DAYS);
  const ended = listRecords(
    context,
    caseFileKind,
    `t.status IN ('CLOSED', 'TRANSFERRED', 'INQUIRY') AND t.id NOT IN (${PARTS_OF_OTHERS}) ORDER BY t.case_number`,
  );
  return ended
    .flatMap((stored): KeptCase[] => {
      const keeping = keepingNow(context, stored);
      if (keeping === null || keeping.ruleOn > until || isHereAgain(context, stored.id)) return [];
      const [hold] = standingHolds(context, stored.id);
      // Two people read this list: of a sealed file it says that it is held, and not why.
      const told = hold && isSealed(context, stored.id) ? { ...hold.body, reason: '', authority: '' } : hold?.body;
      return [
        {
          caseFileId: stored.id as CaseFileId,
          caseNumber: stored.body.caseNumber,
          ...keeping,
          isDue: isDue(keeping, today),
          hold: told ? { reason: told.reason, authority: told.authority, startedOn: told.startedOn } : null,
        },
      ];
    })
    .sort((one, other) => one.ruleOn.localeCompare(other.ruleOn) || one.caseNumber.localeCompare(other.caseNumber));
}
