// What left under one permission, newest first: what an agency has when the permission is taken back.
import type { DisclosureLine } from '#shared/records/disclosure-log';

export const leftUnder = (log: readonly DisclosureLine[], releaseId: string): readonly DisclosureLine[] =>
  log.filter(({ basis }) => basis.kind === 'RELEASE' && basis.releaseId === releaseId);
