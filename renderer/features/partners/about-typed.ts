// What is typed about an agency, and the details it becomes: lists with commas, empty contacts left out.
import type {
  AgencyAccess,
  AgencyType,
  PartnerAgencyDetails,
  StoredPartnerAgency,
} from '#shared/records/partner-agency';

export interface Typed {
  readonly name: string;
  readonly shares: PartnerAgencyDetails['sharesWithAuthorities'];
  readonly types: AgencyType[];
  readonly services: string;
  readonly area: string;
  readonly languages: string;
  readonly hours: string;
  readonly cost: string;
  readonly eligibility: string;
  readonly asksStatus: PartnerAgencyDetails['asksStatus'];
  readonly access: AgencyAccess[];
  readonly contacts: PartnerAgencyDetails['contacts'];
  readonly vettedOn: string;
  readonly verifiedOn: string;
  readonly notes: string;
}

export function typedFrom(agency: StoredPartnerAgency): Typed {
  const { name, types, area, hours, cost, eligibility, asksStatus, access, contacts, notes } = agency;
  return {
    ...{ name, types, area, hours, cost, eligibility, asksStatus, access, contacts, notes },
    shares: agency.sharesWithAuthorities,
    services: agency.services.join(', '),
    languages: agency.languages.join(', '),
    vettedOn: agency.vettedOn ?? '',
    verifiedOn: agency.lastVerifiedOn ?? '',
  };
}

const parts = (text: string): string[] =>
  text
    .split(/[,،]/u)
    .map((part) => part.trim().slice(0, 120))
    .filter((part) => part !== '');
const day = (text: string): string | null => (text === '' ? null : text);

export function asDetails({ shares, vettedOn, verifiedOn, ...typed }: Typed): PartnerAgencyDetails {
  return {
    ...typed,
    sharesWithAuthorities: shares,
    services: parts(typed.services).slice(0, 60),
    languages: parts(typed.languages).slice(0, 40),
    contacts: typed.contacts.filter(({ name, role, phone }) => [name, role, phone].some((part) => part.trim() !== '')),
    vettedOn: day(vettedOn),
    lastVerifiedOn: day(verifiedOn),
  };
}
