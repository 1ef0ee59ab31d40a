// How a survivor may be reached without putting her at risk (domain §2).
// Not knowing is treated as no: UNKNOWN never reads as permission, and no text here ever starts a call.
import { z } from 'zod';
import { CalendarDate, daysBetween } from '../time.ts';

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
  /** "weekdays 10 to 12" */
  when: Line,
  /** Who else uses the device, and what to mind: "room-mate answers". */
  caution: Line,
  voicemail: Safe,
});
export type ContactMethod = z.output<typeof ContactMethod>;
export const ContactMethods = z.array(ContactMethod).max(12);

export const SafeContact = z.strictObject({
  /** The neutral name to give: "Mia from the library". */
  identifyAs: Line,
  methods: ContactMethods,
  confirmedOn: CalendarDate.nullable(),
});
export type SafeContact = z.output<typeof SafeContact>;

export const noSafeContact: SafeContact = { identifyAs: '', methods: [], confirmedOn: null };

/** Days after which the person is asked whether this is still right (domain §2, product default). */
export const RECONFIRM_AFTER_DAYS = 30;

export const mayUse = (safe: Safe): boolean => safe === 'YES';

/** True when nobody has confirmed the safe contact within 30 days. */
export const shouldReconfirm = (contact: SafeContact, today: CalendarDate): boolean =>
  contact.confirmedOn === null || daysBetween(contact.confirmedOn, today) >= RECONFIRM_AFTER_DAYS;

/** One field of the strip over the case summary: voicemail stands beside calls as a way of its own. */
export const CautionLine = z.strictObject({
  way: z.enum([...ContactWay.options, 'VOICEMAIL']),
  safe: Safe,
  when: Line,
  caution: Line,
});
export type CautionLine = z.output<typeof CautionLine>;

/** The strip in the order the methods stand, without numbers or addresses: this much house staff may see. */
export const cautionLines = (contact: SafeContact): CautionLine[] =>
  contact.methods.flatMap((method) => {
    const line: CautionLine = { way: method.way, safe: method.safe, when: method.when, caution: method.caution };
    return method.way === 'CALL' ? [line, { way: 'VOICEMAIL', safe: method.voicemail, when: '', caution: '' }] : [line];
  });
