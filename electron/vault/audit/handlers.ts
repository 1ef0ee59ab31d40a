// History: read by directors and auditors, one's own by everybody; compared with a slip of paper; written into a sealed file.
import { VaultError } from '#shared/contract/errors';
import { StaffMemberId } from '#shared/ids';
import { normalisePassphrase } from '#shared/keys/passphrase';
import type { auditEntryOperations, HistoryPage } from '#shared/records/audit-entry';
import type { ReadContext, TaskContext } from '../context.ts';
import { requireStrongPassphrase } from '../keys/passphrase-strength.ts';
import { packageFileName } from '../packages/seal.ts';
import { removeOutside } from '../removable/remove-outside.ts';
import type { StickDesk } from '../removable/stick-desk.ts';
import { type Medium, type WriteControl, writeOutside } from '../removable/write-outside.ts';
import type { Handlers } from '../router.ts';
import type { Session } from '../session.ts';
import { anchorWords, matchesAnchor } from './anchors.ts';
import { linesOf, type Wish } from './history.ts';
import { sealedHistory } from './history-file.ts';
import { type Reading, shownLines } from './show-line.ts';

interface Room {
  readonly desk: StickDesk;
  readonly medium: Medium;
}

export function auditEntryHandlers(session: Session, room: Room): Handlers<typeof auditEntryOperations> {
  return {
    page: (context, { staffMemberId: staff, caseNumber, ...wish }) => {
      const cases = caseNumber === null ? null : casesOf(context, caseNumber);
      const reading = context.staffMember.role === 'auditor' ? 'AS_AUDITOR' : 'AS_DIRECTOR';
      return pageOf(context, reading, { ...wish, staff, cases });
    },
    own: (context, wish) => pageOf(context, 'OWN', { ...wish, staff: context.staffMember.id, cases: null }),
    people: ({ db }) =>
      db
        .all<{ id: string; name: string }>('SELECT id, name FROM staff_member ORDER BY name, id')
        .map(({ id, name }) => ({ id: StaffMemberId.parse(id), name })),
    newest: ({ db }) => {
      const newest = db.get<{ seq: number; at: number }>('SELECT seq, at FROM audit_entry ORDER BY seq DESC LIMIT 1');
      const words = newest && anchorWords(db, newest.seq);
      if (newest === undefined || words == null) throw new VaultError('not-found');
      return { ...newest, words: [...words] };
    },
    compare: ({ db }, { seq, words }) => ({ verdict: matchesAnchor(db, seq, words) }),
    save: async (context, { passphrase: typed, folder: handle }, control) => {
      const passphrase = normalisePassphrase(typed);
      await requireStrongPassphrase(passphrase, []);
      const place = { folder: context.chosenPath(handle), name: packageFileName(), id: context.newId() };
      return noted(context, place.id, (last) =>
        write(room, {
          ...{ context, place, last, passphrase, vaultId: session.opened().vault.vaultId },
          ...{ signal: control.signal, stage: (phase, done) => control.progress({ phase, done }) },
        }),
      );
    },
  };
}

function pageOf(context: ReadContext, reading: Reading, wish: Wish): HistoryPage {
  const { lines, next } = linesOf(context.db, wish);
  return { lines: shownLines(context, reading, lines), next };
}

/** The file with this number and what was made one with it. Throws `not-found`. */
function casesOf({ db }: ReadContext, caseNumber: string): string[] {
  const ids = db.all<{ id: string }>(
    `SELECT id FROM case_file WHERE case_number = $number UNION
     SELECT s.merged_id FROM same_person s JOIN case_file c ON c.id = s.kept_id
     WHERE c.case_number = $number AND s.merged_id IS NOT NULL`,
    { number: caseNumber },
  );
  if (ids.length === 0) throw new VaultError('not-found');
  return ids.map(({ id }) => id);
}

/** Begin and end stand in the chain with the same id; the file holds its own beginning. */
async function noted<T>(context: TaskContext, recordId: string, work: (last: number) => Promise<T>): Promise<T> {
  const last = context.write((entry) => {
    entry.note('begun', { recordId });
    return entry.chain.seq;
  });
  try {
    return await work(last);
  } catch (error) {
    const code = error instanceof VaultError ? error.code : 'internal';
    if (code !== 'vault-locked') context.write((entry) => entry.note(`failed:${code}`, { recordId }));
    throw error;
  }
}

interface Writing {
  readonly context: TaskContext;
  readonly place: { readonly folder: string; readonly name: string; readonly id: string };
  readonly last: number;
  readonly passphrase: string;
  readonly vaultId: Uint8Array;
  readonly signal: Parameters<Handlers<typeof auditEntryOperations>['save']>[2]['signal'];
  readonly stage: (phase: string, done: number) => void;
}

async function write({ desk, medium }: Room, { context, place, last, passphrase, vaultId, signal, stage }: Writing) {
  const { folder, name, id: recordId } = place;
  const reading = {
    vaultId,
    last,
    now: context.now(),
    read: <T>(work: (db: ReadContext['db']) => T) => context.read(({ db }) => work(db)),
  };
  const { bytes, content } = await sealedHistory(reading, passphrase);
  const put = async (watch: WriteControl): Promise<string> => {
    const { sha256 } = await writeOutside(medium, { folder, name, bytes }, content, watch);
    try {
      context.write((entry) => entry.note('verified', { recordId }));
    } catch (error) {
      // A file whose line cannot be kept must not stay on the medium.
      await removeOutside(folder, name);
      throw error;
    }
    return sha256;
  };
  const saved = await desk.save(folder, put, { signal, stage });
  return { fileName: name, sha256: saved.value, lines: last, stick: await saved.letGo() };
}
