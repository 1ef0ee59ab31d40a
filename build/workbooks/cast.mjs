// Invented people, in several scripts, for workbooks that tests, the demo and the benchmark import. None of them exists.
import { serialOf } from './write-workbook.mjs';

/** A small seeded generator (mulberry32), so that the same seed gives the same people for ever. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

// Given and family names from different languages, put together at random.
const given = [
  'Amara',
  'Liên',
  'Oksana',
  'Précieuse',
  'Ximena',
  'Ngozi',
  'Tevite',
  'Dilnoza',
  'Ionuț',
  'Aïssatou',
  'Mirela',
  'Sokha',
  'Zeynep',
  'Thandiwe',
  'Jun',
  'Rosaura',
  'مريم',
  'یاسمین',
  'Людмила',
  '小丽',
  'Hồng',
  'Björk',
  'Ewelina',
  'Kofi',
  'Adaeze',
  'Marisol',
  'أمل',
  'Світлана',
  'Paulo',
  'Chantha',
];
const family = [
  'Okonjo',
  'Trần Thị',
  'Shevchenko',
  'Mbeki-Dlamini',
  'Quispe Huamán',
  "N'Diaye",
  'Tuilagi',
  'Yusupova',
  'Popescu',
  'Balde',
  'Hoxha',
  'Chea',
  'Yıldırım',
  'Nkosi',
  'Park',
  'Del Valle',
  'الخطيب',
  'رضایی',
  'Кравченко',
  '陈',
  'Łukasiewicz',
  'Þórsdóttir',
  'Adjei',
  'Eze',
  'Ferreira da Cunha',
  'Sok',
];
const owners = ['B. Marlowe', 'S. Achterberg', 'T. Osei'];
const cities = ['Port Ellen', 'Gräfenau', 'Villanueva', 'Łódź', 'New Harbour'];
const streets = ['12 Mill Lane', '4 Rue des Tilleuls', 'Calle Larga 77, 2º', 'ul. Lipowa 3/5'];
const genders = [
  'Feminine',
  'Masculine',
  'TransgenderFeminine',
  'TransgenderMasculine',
  'NonConforming',
  'NonSpecifiedUnknown',
];
const countries = [
  'NG',
  'VN',
  'UA',
  'CD',
  'PE',
  'SN',
  'FJ',
  'UZ',
  'RO',
  'GN',
  'AL',
  'KH',
  'TR',
  'ZA',
  'KR',
  'BO',
  'SY',
  'IR',
  'CN',
  'PL',
];
const statuses = ['Possible victim of trafficking', 'Actual victim of trafficking', 'Not a victim of trafficking'];
const deciders = ['Police', 'NGO', 'Court or prosecution', 'Non-police governmental organization', 'Other'];
const recruitment = [
  'At a place of business',
  'At an educational institution',
  'At work',
  'Through online social networks',
  'Through an online advertisement',
  'Through a television advert',
  'Through a newspaper advert',
  'Through family or family events',
  'Through friends or social events',
  'Other',
];
const control = [
  'Physical threats',
  'Threats of law enforcement',
  'Threatens children/family',
  'Debt bondage',
  'False promises',
  'Physical abuse',
  'Sexual abuse',
  'Takes earnings',
  'Restricts financial access',
  'Restricts medical care',
  'Withholds necessities',
  'Psychological abuse',
  'Psychoactive substance',
  'Excessive working hours',
  'Withholds documents',
  'Other',
];
const exploitation = [
  'Forced labour',
  'Sexual exploitation',
  'Child labour',
  'Forced marriage',
  'Servitude',
  'Forced military (by non-state actors)',
  'Organ removal',
  'Forced begging',
  'Forced adoption',
  'Surrogacy',
  'Other',
];
const industries = [
  'Agriculture, forestry and fishing',
  'Manufacturing',
  'Water supply; sewerage, waste management and remediation',
  'Wholesale and retail trade; repair of motor vehicles and motorcycles',
  'Construction',
  'Accommodation and food service activities',
  'Activities of households as employers; undifferentiated goods- and services- producing activities of households for own use',
];
const caseStatuses = ['Active', 'Follow up', 'Closed', 'Closed Referred'];
const organisations = ['Harbour Outreach', 'Legal Aid North', 'Riverside Clinic', 'Airport Desk'];
const reasons = ['Additional Services Required', 'Migration Or Change Of Location', 'Other'];
const details = [
  'Speaks a little English; interpreter asked for.\nPrefers letters to calls.',
  'Came with one bag. Wants to learn sewing.',
  'Has a sister in the next town; they talk on Sundays.',
];

const two = (n) => String(n).padStart(2, '0');

/** One person: `meant` is what the cells say, field by field; `cells` is how they are written. */
function person(random, multi) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const some = (list) => [
    ...new Set(Array.from({ length: 1 + Math.floor(random() * (multi ? 4 : 1)) }, () => pick(list))),
  ];
  const day = (first, last) =>
    `${first + Math.floor(random() * (last - first))}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
  const born = day(1968, 2008);
  const referred = day(2022, 2025);
  const labour = random() < 0.3;
  const meant = {
    cas_CaseOwner: pick(owners),
    prs_FirstName: pick(given),
    prs_SecondName: pick(family),
    con_Consent: random() < 0.85,
    prs_Birthdate: born,
    prs_Gender: pick(genders),
    prs_Citizenship: random() < 0.1 && multi ? [pick(countries), 'GB'] : [pick(countries)],
    prs_MobilePhone: random() < 0.5 ? `+44 7700 900${100 + Math.floor(random() * 900)}` : '',
    prs_MailingStreet: random() < 0.3 ? pick(streets) : '',
    prs_MailingCity: pick(cities),
    prs_MailingPostalCode: random() < 0.6 ? String(Math.floor(random() * 99_999)).padStart(5, '0') : '',
    prs_MailingCountry: pick(['GB', 'PL', 'US', '']),
    vic_TraffickingStatus: pick(statuses),
    vic_TraffickingStatusDecisionMakingOrg: pick(deciders),
    vic_MethodOfRecruitment: some(recruitment),
    vic_MethodsOfControl: some(control),
    vic_TypeOfExploitation: labour ? ['Forced labour'] : some(exploitation),
    vic_ForcedLabourIndustry: labour ? pick(industries) : '',
    cas_Status: pick(caseStatuses),
    cas_ReferringOrganisation: pick(organisations),
    cas_IncomingReferralDate: referred,
    cas_ReasonForIncomingReferral: pick(reasons),
    cas_IncomingReferralDetails: pick(details),
  };
  return { meant, cells: plainCells(meant), trap: null, hidden: false };
}

/** Cells as the template's own lists would fill them. */
export function plainCells(meant) {
  return Object.fromEntries(
    Object.entries(meant)
      .filter(([, value]) => value !== '')
      .map(([field, value]) => [field, plainCell(field, value)]),
  );
}

function plainCell(field, value) {
  if (Array.isArray(value)) return value.join(';');
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return /Birthdate|Date$/.test(field) ? { number: serialOf(value), format: 'date' } : value;
}

/** `people` invented people; without traps every cell is plainly what it means. */
export function makeCast({ seed = 1, people = 60, multi = true }) {
  const random = seeded(seed);
  return Array.from({ length: people }, () => person(random, multi));
}
