// What the preview and the package are asked for: the same six facts.
import type { PlannedPackage } from '#shared/records/export-package';
import { PartnerAgencyId } from '#shared/records/partner-agency';
import type { Plan } from './plan.ts';

export const plannedPackage = ({ release, categories, files }: Plan): PlannedPackage => ({
  caseFileId: release.caseFileId,
  releaseId: release.id,
  partnerAgencyId: PartnerAgencyId.parse(release.partnerAgencyId),
  categories: [...categories],
  ...(files.length === 0 ? {} : { files: [...files] }),
  purpose: release.purpose,
});
