// The release gate of a package: the five checks against what is stored now, and the content only when all five match.
import { VaultError } from '#shared/contract/errors';
import type { GateRow, PackagePreview, PlannedPackage } from '#shared/records/export-package';
import type { ReleasedContent } from '#shared/records/package';
import type { PartnerAgency } from '#shared/records/partner-agency';
import type { Release } from '#shared/records/release';
import { checkRelease, mayLeave, type ReleaseCheck } from '#shared/records/release-rules';
import type { ReadContext } from '../context.ts';
import { loadAgency } from '../records/partner-agency.ts';
import { load as loadRelease } from '../records/release.ts';
import { requireUnrestricted } from '../records/rights-request.ts';
import { contentSha256 } from './readable.ts';
import { gather } from './released-content.ts';
import { releasedFiles } from './released-files.ts';

/** A preview with everything that sealing needs besides. */
export interface Judged {
  readonly preview: PackagePreview;
  readonly agency: PartnerAgency;
  readonly release: Release;
}

/** Judges a planned package as of today. Throws `not-found` for a release or an agency that is not there, `rule-broken` when she asked that nothing is used. */
export function judge(context: ReadContext, planned: PlannedPackage): Judged {
  requireUnrestricted(context, planned.caseFileId);
  const release = loadRelease(context, planned.releaseId).body;
  const agency = loadAgency(context, planned.partnerAgencyId).body;
  const categories = [...new Set(planned.categories)];
  // What a file shows is judged like what is written down: under a category that she ticked.
  const leaving = [...new Set([...categories, ...(planned.files ?? []).map(({ category }) => category)])];
  const rows = gateRows(context, { planned: { ...planned, categories: leaving }, agency, release });
  if (!mayLeave(rows)) {
    return {
      preview: { checks: rows, mayLeave: false, content: null, omissions: [], contentSha256: null },
      agency,
      release,
    };
  }
  const { sections, htcds, omissions } = gather({ context, caseFileId: planned.caseFileId, categories });
  const files = releasedFiles(context, planned.caseFileId, planned.files ?? []);
  const content: ReleasedContent = {
    recipientName: recipientName(agency, release),
    purpose: release.purpose,
    usableUntil: release.expiresOn,
    sections: [...sections],
    ...(htcds === undefined ? {} : { htcds }),
    ...(files.length === 0 ? {} : { files: [...files] }),
  };
  const preview = {
    checks: rows,
    mayLeave: true,
    content,
    omissions: [...omissions],
    contentSha256: contentSha256(content),
  };
  return { preview, agency, release };
}

/** The five checks as of today, with what is being sent beside what she allowed. */
export function gateRows(context: ReadContext, compared: Omit<Comparison, 'check'>): GateRow[] {
  const { release, planned } = compared;
  return checkRelease(release, { ...planned, on: context.today() }).map((check) =>
    gateRow(context, { ...compared, check }),
  );
}

/** The agency, and whom there. */
export const recipientName = (agency: PartnerAgency, release: Release): string =>
  [agency.name, release.recipientPerson]
    .filter((part) => part !== '')
    .join(', ')
    .slice(0, 200);

interface Comparison {
  readonly check: ReleaseCheck;
  readonly planned: Omit<PlannedPackage, 'releaseId'>;
  readonly agency: PartnerAgency;
  readonly release: Release;
}

function gateRow(context: ReadContext, comparison: Comparison): GateRow {
  const { check, reason, notCovered } = comparison.check;
  return { check, reason, notCovered: [...notCovered], ...columns(context, comparison) };
}

/** "You are sending" beside "she allowed", as they stand in the records. */
function columns(
  context: ReadContext,
  { check, planned, agency, release }: Comparison,
): Pick<GateRow, 'sending' | 'allowed'> {
  switch (check.check) {
    case 'recipient':
      return { sending: [agency.name], allowed: [allowedAgency(context, release)] };
    case 'purpose':
      return { sending: [planned.purpose], allowed: [release.purpose] };
    case 'covers':
      return { sending: [...planned.categories], allowed: [...release.categories] };
    case 'date':
      return { sending: [context.today()], allowed: [release.startsOn, release.expiresOn] };
    case 'still-her-wish':
      return { sending: [], allowed: release.revoked === null ? [] : [release.revoked.on] };
  }
}

/** The agency of the release; its name is empty when it is not in the directory. */
function allowedAgency(context: ReadContext, release: Release): string {
  const row = context.db.get<{ name: string }>('SELECT name FROM partner_agency WHERE id = ?', [
    release.partnerAgencyId,
  ]);
  return row?.name ?? '';
}

/** What may be sealed, or `release-blocked` with the checks that do not match; `conflict` when it is not what was read through. */
export function requireCleared(judged: Judged, readThroughSha256: string): ReleasedContent {
  const { preview } = judged;
  if (preview.content === null) {
    const failed = preview.checks.filter(({ reason }) => reason !== null).map(({ check }) => check);
    throw new VaultError('release-blocked', { checks: failed.join(',') });
  }
  if (preview.contentSha256 !== readThroughSha256) throw new VaultError('conflict');
  return preview.content;
}
