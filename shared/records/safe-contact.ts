// How a survivor may be reached without putting her at risk (domain §2).
// Not knowing is treated as no: UNKNOWN never reads as permission, and no text here ever starts a call.
import { z } from 'zod';
import { fold } from '../fold.ts';
import { addDays, CalendarDate, daysBetween, type LocalMoment, TimeOfDay, wallClock, weekday } from '../time.ts';

export const ContactWay = z.enum(['TEXT', 'CALL', 'MESSAGING_APP', 'EMAIL', 'POST', 'THIRD_PERSON', 'IN_PERSON_ONLY']);
export type ContactWay = z.output<typeof ContactWay>;

export const Safe = z.enum(['YES', 'NO', 'UNKNOWN']);
export type Safe = z.output<typeof Safe>;

const Line = z.string().trim().max(200);

export const ContactMethod = z.strictObject({
  way: ContactWay,
  /** Number, address or name; may be empty when the way alone was agreed. T2. */
  value: Line,
  safe: Safe,
  /** What days and hours cannot say: "not on pay day". */
  when: Line,
  /** Days that were agreed, 1 Monday … 7 Sunday; none named means any day. */
  days: z.array(z.int().min(1).max(7)).max(7).default([]),
  /** Hours that were agreed, at the shelter's clock; `from` after `to` runs past midnight. */
  hours: z.strictObject({ from: TimeOfDay, to: TimeOfDay }).nullable().default(null),
  /** Who else uses the device or opens the post. */
  sharedWith: Line.default(''),
  /** What to mind: "do not say where you call from". */
  caution: Line,
  voicemail: Safe,
  language: Line.default(''),
});
export type ContactMethod = z.output<typeof ContactMethod>;
export const newContactMethod: ContactMethod = {
  way: 'TEXT',
  value: '',
  safe: 'UNKNOWN',
  when: '',
  days: [],
  hours: null,
  sharedWith: '',
  caution: '',
  voicemail: 'UNKNOWN',
  language: '',
};
export const ContactMethods = z.array(ContactMethod).max(12);

export const SafeContact = z.strictObject({
  /** The neutral name to give: "Mia from the library". */
  identifyAs: Line,
  methods: ContactMethods,
  /** People and numbers that are never to be reached about her, whatever else is agreed. */
  doNotContact: z.array(Line.min(1)).max(30).default([]),
  confirmedOn: CalendarDate.nullable(),
});
export type SafeContact = z.output<typeof SafeContact>;

export const noSafeContact: SafeContact = { identifyAs: '', methods: [], doNotContact: [], confirmedOn: null };

/** Days after which the person is asked whether this is still right (domain §2, product default). */
export const RECONFIRM_AFTER_DAYS = 30;

export const mayUse = (safe: Safe): boolean => safe === 'YES';

/** The day on which the ways to keep in touch are asked about again; null where none is written down. */
export const askAgainOn = (contact: SafeContact, openedOn: CalendarDate): CalendarDate | null =>
  contact.methods.length === 0 ? null : addDays(contact.confirmedOn ?? openedOn, RECONFIRM_AFTER_DAYS);

/** True when nobody has confirmed the safe contact within 30 days. */
export const shouldReconfirm = (contact: SafeContact, today: CalendarDate): boolean =>
  contact.confirmedOn === null || daysBetween(contact.confirmedOn, today) >= RECONFIRM_AFTER_DAYS;

/** Red, amber, green. RED is not gone past without a reason that is written down. */
export type ReachSign = 'GREEN' | 'AMBER' | 'RED';
export type ReachReason =
  | 'NOT_SAFE'
  | 'NOT_KNOWN'
  | 'DO_NOT_CONTACT'
  | 'OTHER_HOURS'
  | 'SHARED'
  | 'ASK_AGAIN'
  | 'NO_NEUTRAL_NAME';
export interface ReachVerdict {
  readonly sign: ReachSign;
  readonly reasons: readonly ReachReason[];
}

/** Why a way is red whatever the hour: this much the vault asks for before it lets an attempt begin. */
export function redReasons(
  contact: SafeContact,
  { safe, value }: Pick<ContactMethod, 'safe' | 'value'>,
): ReachReason[] {
  return [
    ...(safe === 'NO' ? (['NOT_SAFE'] as const) : []),
    ...(safe === 'UNKNOWN' ? (['NOT_KNOWN'] as const) : []),
    ...(isOnList(contact.doNotContact, value) ? (['DO_NOT_CONTACT'] as const) : []),
  ];
}

/** How a way stands at this moment, with every reason that counts. */
export function reachVerdict(contact: SafeContact, method: ContactMethod, moment: LocalMoment): ReachVerdict {
  const red = redReasons(contact, method);
  const amber: ReachReason[] = [
    ...(isAgreedTime(method, moment) ? [] : (['OTHER_HOURS'] as const)),
    ...(method.sharedWith === '' ? [] : (['SHARED'] as const)),
    ...(shouldReconfirm(contact, moment.date) ? (['ASK_AGAIN'] as const) : []),
    ...(contact.identifyAs === '' ? (['NO_NEUTRAL_NAME'] as const) : []),
  ];
  return { sign: red.length > 0 ? 'RED' : amber.length > 0 ? 'AMBER' : 'GREEN', reasons: [...red, ...amber] };
}

/** Whether days and hours agree. After midnight, an evening that runs on still belongs to the day it began on. */
export function isAgreedTime({ days, hours }: Pick<ContactMethod, 'days' | 'hours'>, moment: LocalMoment): boolean {
  const onDay = (date: CalendarDate): boolean => days.length === 0 || days.includes(weekday(date));
  if (hours === null) return onDay(moment.date);
  const time = wallClock(moment);
  if (hours.from <= hours.to) return onDay(moment.date) && hours.from <= time && time <= hours.to;
  return time >= hours.from ? onDay(moment.date) : time <= hours.to && onDay(addDays(moment.date, -1));
}

/** Two spellings of one number share their last digits ("+34 …", "0034 …"); everything else is compared by folded letters. */
function isOnList(list: readonly string[], value: string): boolean {
  const plain = (text: string): string => {
    const digits = text.replace(/\D/gu, '');
    return digits.length >= 5 ? digits.slice(-8) : fold(text).trim();
  };
  return value.trim() !== '' && list.some((line) => plain(line) === plain(value));
}

/** One field of the strip over the case summary: voicemail stands beside calls as a way of its own. */
export const CautionLine = z.strictObject({
  way: z.enum([...ContactWay.options, 'VOICEMAIL']),
  safe: Safe,
  when: Line,
  days: ContactMethod.shape.days,
  hours: ContactMethod.shape.hours,
  sharedWith: Line,
  caution: Line,
});
export type CautionLine = z.output<typeof CautionLine>;

/** The strip in the order the methods stand, without numbers or addresses: this much house staff may see. */
export const cautionLines = (contact: SafeContact): CautionLine[] =>
  contact.methods.flatMap(({ way, safe, when, days, hours, sharedWith, caution, voicemail }) => {
    const line: CautionLine = { way, safe, when, days, hours, sharedWith, caution };
    if (way !== 'CALL') return [line];
    const message = { when: '', days: [], hours: null, sharedWith: '', caution: '' };
    return [line, { way: 'VOICEMAIL', safe: voicemail, ...message }];
  });
