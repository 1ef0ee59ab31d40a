// The confidential address of an agency (T4): no search text, no list, no package, no print. Every look is kept with its reason.
import { AgencyAddress, AgencyAddressOpening } from '#shared/records/partner-agency';
import type { ReadableDb } from '../database/sql.ts';
import { listRecords, recordKind, type Stored } from './record-kind.ts';

export const agencyAddressKind = recordKind<AgencyAddress>({
  kind: 'agency-address',
  schema: AgencyAddress,
  table: 'agency_address',
  columns: (body) => ({ partner_agency_id: body.partnerAgencyId }),
});

export const agencyAddressOpeningKind = recordKind<AgencyAddressOpening>({
  kind: 'agency-address-opening',
  schema: AgencyAddressOpening,
  table: 'agency_address_opening',
  columns: (body) => ({ partner_agency_id: body.partnerAgencyId }),
});

export const addressOf = (context: { readonly db: ReadableDb }, agencyId: string): Stored<AgencyAddress> | null =>
  listRecords(context, agencyAddressKind, 't.partner_agency_id = ?', [agencyId])[0] ?? null;
