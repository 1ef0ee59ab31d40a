// Titles and labels of the lines that leave for a partner agency. Plain, and the same on screen, on paper and in the file.
import type { PartialDate } from '#shared/partial-date';
import { partialDateParts } from '#shared/partial-date';
import type { Urgency } from '#shared/records/need-codes';
import type { ReleaseCategory } from '#shared/records/release-categories';
import type { ContactMethod, ContactWay } from '#shared/records/safe-contact';
import type { Band } from '#shared/records/screening';
import type { Step } from '#shared/records/support-plan';
import { writtenDay } from './package.ts';

const titles: Readonly<Record<ReleaseCategory, string>> = {
  NAME: 'Name',
  CONTACT: 'How to reach this person safely',
  LANGUAGES: 'Languages',
  ACCESS_NEEDS: 'What makes things easier',
  AGE: 'Age',
  NEEDS: 'What is needed now',
  SUPPORT_PLAN: 'Support plan',
  SAFETY_PLAN: 'Safety plan',
  CASE_NOTES: 'Notes',
  CODED_PROFILE: 'Coded profile',
  IDENTIFICATION_INDICATORS: 'Identification indicators',
  HEALTH: 'Health',
  HIV: 'HIV',
  SUBSTANCE_USE: 'Alcohol and drugs',
  MENTAL_HEALTH: 'Mental health',
  IMMIGRATION: 'Immigration and papers',
  TRAFFICKER_INFO: 'People to be careful of',
  CHILDREN: 'Children',
  LOCATION: 'Location',
};

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const ways: Readonly<Record<ContactWay, string>> = {
  TEXT: 'Text message',
  CALL: 'Call',
  MESSAGING_APP: 'Messaging app',
  EMAIL: 'E-mail',
  POST: 'Post',
  THIRD_PERSON: 'Through someone',
  IN_PERSON_ONLY: 'In person only',
};

const within: Readonly<Record<Urgency, string>> = {
  U0: 'At once',
  U1: 'Within a day',
  U2: 'Within three days',
  U3: 'Within a week',
  U4: 'Within a month',
};

const bands: Readonly<Record<Band, string>> = {
  MINIMAL: 'minimal',
  MILD: 'mild',
  MODERATE: 'moderate',
  MODERATELY_SEVERE: 'moderately severe',
  SEVERE: 'severe',
};

const who: Readonly<Record<Step['who'], string>> = {
  SURVIVOR: 'self',
  STAFF: 'staff',
  PARTNER: 'you',
  TOGETHER: 'together',
};

/** A date as far as it is known, in words. */
function dateWords(date: PartialDate): string {
  const parts = partialDateParts(date);
  const two = (n: number): string => String(n).padStart(2, '0');
  switch (parts.show) {
    case 'day':
      return writtenDay(`${String(parts.year).padStart(4, '0')}-${two(parts.month)}-${two(parts.day)}`);
    case 'month':
      return `${parts.year}-${two(parts.month)}`;
    case 'year':
      return String(parts.year);
    case 'about':
      return parts.fromYear === parts.toYear
        ? `about ${parts.fromYear}`
        : `between ${parts.fromYear} and ${parts.toYear}`;
    case 'words':
      return parts.text;
  }
}

export const releasedText = {
  title: (category: ReleaseCategory): string => titles[category],
  name: 'Name',
  pronouns: 'Pronouns',
  identifyAs: 'Say that you are',
  way: (way: ContactWay): string => ways[way],
  voicemail: 'no voicemail',
  sharedWith: (who: string): string => `also used by ${who}`,
  /** "Mon, Tue, 10:00 to 12:00", or empty when any time was agreed. */
  agreedTimes: ({ days, hours }: Pick<ContactMethod, 'days' | 'hours'>): string =>
    [...days.map((day) => weekdays[day - 1] ?? ''), ...(hours === null ? [] : [`${hours.from} to ${hours.to}`])].join(
      ', ',
    ),
  languages: 'Languages',
  access: 'What helps',
  allergy: 'Allergy',
  within: (urgency: Urgency): string => within[urgency],
  vision: 'What this person hopes for',
  goal: 'Goal',
  step: 'Step',
  by: (person: Step['who'], day: string | null): string =>
    day === null ? who[person] : `${who[person]}, by ${writtenDay(day)}`,
  screen: (name: string, day: string): string => `${name}, ${writtenDay(day)}`,
  total: ({ total, max, band }: { total: number; max: number; band: Band | null }): string =>
    band === null ? `${total} of ${max}` : `${total} of ${max}, ${bands[band]}`,
  translation: 'Translation',
  dateWords,
  yes: 'Yes',
  no: 'No',
} as const;
