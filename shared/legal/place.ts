// The jurisdiction packs (domain, head: "every jurisdiction-bound rule lives in an editable jurisdiction pack"): which holidays are
// known where, and every figure of a law or of the house's own rule that a date is reckoned with. A house corrects a figure, and says
// that it has checked one. `verified` says whether the law behind it was read when the design was written; nothing here is legal advice.
import { z } from 'zod';
import { CalendarDate } from '../time.ts';
import { type Clock, type DateKind, type MatterType, regimes } from './regimes.ts';
import { ukHolidays } from './uk-holidays.ts';
import { usHolidays } from './us-holidays.ts';

export const LawPack = z.enum(['BLANK', 'US_FEDERAL', 'UK', 'EU_COE']);
export type LawPack = z.output<typeof LawPack>;

interface HolidayList {
  readonly of: ((year: number) => CalendarDate[]) | null;
  readonly source: string;
  readonly verified: boolean;
}

/** Of the EU and of no place in particular none are known: there every country has its own, and the house writes them down. */
export const holidayLists: Readonly<Record<LawPack, HolidayList>> = {
  BLANK: { of: null, source: '', verified: false },
  US_FEDERAL: { of: usHolidays, source: '5 USC 6103(a)', verified: false },
  UK: { of: ukHolidays, source: 'Bank holidays of England and Wales', verified: false },
  EU_COE: { of: null, source: '', verified: false },
};

const Line = z.string().trim().max(200);

/** A day that is none of the list: once, or every year on that date. */
export const OwnHoliday = z.strictObject({ on: CalendarDate, name: Line, everyYear: z.boolean() });
export type OwnHoliday = z.output<typeof OwnHoliday>;

export type FigureUnit = 'MONTHS' | 'DAYS' | 'WORKING_DAYS' | 'HOURS';

export interface Figure {
  readonly pack: LawPack;
  readonly unit: FigureUnit;
  readonly amount: number;
  /** The law, as the design names it; empty where it names none. */
  readonly law: string;
  readonly verified: boolean;
}

export type ClockId = `${MatterType}.${DateKind}.${DateKind}`;
export const clockId = (type: MatterType, { from, gives }: Pick<Clock, 'from' | 'gives'>): ClockId =>
  `${type}.${from}.${gives}`;

const RIGHTS = {
  'RIGHTS.POLICY': { pack: 'BLANK', unit: 'DAYS', amount: 14, law: '', verified: false },
  'RIGHTS.MONTH': { pack: 'EU_COE', unit: 'MONTHS', amount: 1, law: 'GDPR Art. 12(3)', verified: false },
  'RIGHTS.FURTHER': { pack: 'EU_COE', unit: 'MONTHS', amount: 2, law: 'GDPR Art. 12(3)', verified: false },
  'REFERRAL.CHASE': { pack: 'BLANK', unit: 'WORKING_DAYS', amount: 2, law: '', verified: false },
} as const satisfies Record<string, Figure>;

const LAWS: Readonly<Partial<Record<MatterType, string>>> = {
  CONTINUED_PRESENCE: 'Continued Presence (ICE/DHS)',
  T_STATUS: 'T nonimmigrant status, rule of 2024 (USCIS)',
  U_STATUS: 'U nonimmigrant status',
  HHS_CHILD_ELIGIBILITY: 'HHS interim assistance (OTIP)',
  UK_NRM: 'National Referral Mechanism, statutory guidance',
  REFLECTION_PERIOD: 'CoE Convention Art. 13; EU Dir. 2004/81',
};

const PACKS = { US: 'US_FEDERAL', UK: 'UK', EU: 'EU_COE', ANY: 'BLANK' } as const;

function figureOf({ span, verified }: Clock, pack: LawPack, law: string): Figure {
  if ('months' in span) return { pack, unit: 'MONTHS', amount: span.months, law, verified };
  if ('days' in span) return { pack, unit: 'DAYS', amount: span.days, law, verified };
  return { pack, unit: 'WORKING_DAYS', amount: span.workingDays, law, verified };
}

const clocks: Readonly<Record<string, Figure>> = Object.fromEntries(
  Object.entries(regimes).flatMap(([type, regime]) =>
    regime.clocks.map((clock) => [
      clockId(type as MatterType, clock),
      figureOf(clock, PACKS[regime.area], LAWS[type as MatterType] ?? ''),
    ]),
  ),
);

export type FigureId = keyof typeof RIGHTS | ClockId;
/** Every figure that a date is reckoned with. */
export const figures: Readonly<Record<string, Figure>> = { ...RIGHTS, ...clocks };
export const isFigure = (id: string): boolean => id in figures;

/** Laws that domain §13 to §17 names and that no date is reckoned with here, or not by a figure that a house may change. */
export interface Statute {
  readonly pack: LawPack;
  readonly law: string;
  readonly verified: boolean;
}
export const statutes = {
  RELEASE_WRITTEN: { pack: 'US_FEDERAL', law: '34 USC 12291(b)(2); 28 CFR 94.115', verified: true },
  OTIP_24: { pack: 'US_FEDERAL', law: 'HHS OTIP Request for Assistance', verified: true },
  DHS_DISCLOSURE: { pack: 'US_FEDERAL', law: '8 USC 1367', verified: false },
  CIVIL_ACTION: { pack: 'US_FEDERAL', law: '18 USC 1595', verified: false },
  GRANT_RECORDS: { pack: 'US_FEDERAL', law: '2 CFR 200.334', verified: false },
  LOBBYING: { pack: 'US_FEDERAL', law: '2 CFR 200.450', verified: false },
  SUBSTANCE_USE: { pack: 'US_FEDERAL', law: '42 CFR Part 2', verified: false },
  MINORS_CLINICAL: { pack: 'BLANK', law: '', verified: false },
  DUTY_TO_NOTIFY: { pack: 'UK', law: 'National Referral Mechanism, statutory guidance', verified: true },
  ERASURE_CLAIMS: { pack: 'EU_COE', law: 'GDPR Art. 17(3)(e)', verified: false },
  PORTABILITY: { pack: 'EU_COE', law: 'GDPR Art. 20', verified: false },
  BREACH_72: { pack: 'EU_COE', law: 'GDPR Art. 33', verified: false },
  PRESUMED_MINOR: { pack: 'EU_COE', law: 'CoE Convention Art. 10(3)', verified: false },
} as const satisfies Record<string, Statute>;
export type StatuteId = keyof typeof statutes;

/** What a house says about one figure or statute. `amount` null: as it is suggested. */
export const HouseWord = z.strictObject({
  amount: z.int().min(1).max(36_500).nullable(),
  /** Where the house found it: a law, counsel. */
  source: Line,
  checkedOn: CalendarDate.nullable(),
});
export type HouseWord = z.output<typeof HouseWord>;

/** The place of the house and what it says of the law there. */
export const HousePlace = z.strictObject({
  pack: LawPack,
  own: z.array(OwnHoliday).max(300),
  /** Days of the list that are no holidays here. */
  worked: z.array(CalendarDate).max(300),
  words: z.record(z.string().max(120), HouseWord),
});
export type HousePlace = z.output<typeof HousePlace>;

export const nowhereYet: HousePlace = { pack: 'BLANK', own: [], worked: [], words: {} };

/** The figure as the house has it. */
export const amountOf = ({ words }: Pick<HousePlace, 'words'>, id: FigureId): number =>
  words[id]?.amount ?? figures[id]?.amount ?? 1;

/** Nobody read the law behind it, and the house has not said that it checked it. */
export const isUnchecked = ({ words }: Pick<HousePlace, 'words'>, id: string, verified: boolean): boolean =>
  !verified && (words[id]?.checkedOn ?? null) === null;

/** A day of every year; 29 February is none in most of them. */
function inYear(on: CalendarDate, year: number): CalendarDate[] {
  const moved = CalendarDate.safeParse(`${String(year).padStart(4, '0')}${on.slice(4)}`);
  return moved.success ? [moved.data] : [];
}

/** The holidays of the house in a year: those of the list, without the days that are none here, and its own. */
export function holidaysOf({ pack, own, worked }: HousePlace, year: number): CalendarDate[] {
  const listed = (holidayLists[pack].of?.(year) ?? []).filter((on) => !worked.includes(on));
  const added = own.flatMap(({ on, everyYear }) =>
    everyYear ? inYear(on, year) : on.startsWith(String(year)) ? [on] : [],
  );
  return [...new Set([...listed, ...added])].sort();
}

/** UK, EU: a law that counts its own holidays. HOUSE: a rule of the house. */
export type LawHolidays = 'UK' | 'EU' | 'HOUSE';

/**
 * The holidays to count with from a day on. A law of the UK counts the holidays there wherever the house is; where the house is in the
 * place of the law, what it said of its holidays counts. Of another country's law none are known.
 */
export function holidaysFrom(place: HousePlace, law: LawHolidays, day: CalendarDate): CalendarDate[] {
  const year = Number(day.slice(0, 4));
  const both = (of: (year: number) => CalendarDate[]) => [...of(year), ...of(year + 1)];
  const ofHouse = () => both((one) => holidaysOf(place, one));
  if (law === 'UK') return place.pack === 'UK' ? ofHouse() : both(ukHolidays);
  if (law === 'EU') return place.pack === 'EU_COE' || place.pack === 'BLANK' ? ofHouse() : [];
  return ofHouse();
}
