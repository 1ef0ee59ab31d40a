// What the preview and the package are asked for: the same five facts.
import type { PlannedPackage } from '#shared/records/export-package';
import { PartnerAgencyId } from '#shared/records/partner-agency';
import type { Plan } from './plan.ts';

export const plannedPackage = ({ release, categories }: Plan): PlannedPackage => ({
  caseFileId: release.caseFileId,
  releaseId: release.id,
  partnerAgencyId: PartnerAgencyId.parse(release.partnerAgencyId),
  categories: [...categories],
  purpose: release.purpose,
});
