// Packages that agencies were given about a case that is erased now: each is asked back by its number, and known by its hash when a
// stick with it comes by. What stays of the case says which agency, which day and which package, and nothing of whom it spoke.
import { VaultError } from '#shared/contract/errors';
import type { ErasedCase, Holder } from '#shared/records/retention';
import { RecordId } from '#shared/ids';
import type { StopSignal } from '#shared/contract/operation';
import type { ReadContext, WriteContext } from '../context.ts';
import { erasedCaseKind } from '../records/erased-case.ts';
import { listRecords, loadRecord, saveRecord } from '../records/record-kind.ts';
import { namesOutside, passOutside } from '../removable/open-outside.ts';

type AgencyHolder = Extract<Holder, { kind: 'agency' }>;

/** Those that nobody has said are destroyed, the newest first. */
export function withAgencies(context: ReadContext): AgencyHolder[] {
  return listRecords(context, erasedCaseKind, '1 = 1 ORDER BY t.erased_at DESC, t.certificate').flatMap(
    ({ id, revision, body }) =>
      body.stub.shared
        .filter(({ goneOn }) => goneOn === undefined)
        .map(({ on, agencyId, packageSha256, askedOn }) => ({
          kind: 'agency' as const,
          id: RecordId.parse(id),
          revision,
          agency: nameOf(context, agencyId),
          on,
          packageSha256,
          askedOn: askedOn ?? null,
        })),
  );
}

const nameOf = ({ db }: ReadContext, agencyId: string): string =>
  db.get<{ name: string }>('SELECT name FROM partner_agency WHERE id = ?', [agencyId])?.name ?? '';

interface Noted {
  readonly id: RecordId;
  readonly basedOn: number;
  readonly packageSha256: string;
  readonly what: 'ASKED' | 'GONE';
}

/** Throws not-found, conflict. */
export function noteAgency(context: WriteContext, { id, basedOn, packageSha256, what }: Noted): void {
  const { body } = loadRecord(context, erasedCaseKind, id);
  if (!body.stub.shared.some((line) => line.packageSha256 === packageSha256)) throw new VaultError('not-found');
  const day = what === 'ASKED' ? { askedOn: context.today() } : { goneOn: context.today() };
  const shared = body.stub.shared.map((line) => (line.packageSha256 === packageSha256 ? { ...line, ...day } : line));
  const anew: ErasedCase = { ...body, stub: { ...body.stub, shared } };
  saveRecord(context, erasedCaseKind, { id, caseFileId: null, body: anew, expectedRevision: basedOn });
}

/** The hashes of every package about a case that is erased. */
export const packagesOfErased = (context: Pick<ReadContext, 'db'>): ReadonlySet<string> =>
  new Set(
    listRecords(context, erasedCaseKind, '1 = 1').flatMap(({ body }) =>
      body.stub.shared.map(({ packageSha256 }) => packageSha256),
    ),
  );

/** As packages/seal.ts names them. */
const PACKAGE_NAME = /^r-[a-z]{8}\.age$/;
const MOST = 1_000;
const LIMIT = 8 * 1024 * 1024 * 1024;

/** Names of packages in a folder that have one of these hashes. Errors: those of reading a stick. */
export async function packagesIn(folder: string, hashes: ReadonlySet<string>, signal: StopSignal): Promise<string[]> {
  if (hashes.size === 0) return [];
  const names = await namesOutside(folder, (name) => PACKAGE_NAME.test(name), MOST);
  const found: string[] = [];
  for (const name of names) {
    const { sha256 } = await passOutside({ folder, names: [name], limit: LIMIT, signal }, () => Promise.resolve());
    if (hashes.has(sha256)) found.push(name);
  }
  return found;
}
