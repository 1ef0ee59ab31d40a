// Meeting with an agency (domain §12): when, who came, what was agreed. No word of it may say who anybody is.
// Only a director writes one: a refused name tells the writer that it is known here, and a director knows the names already.
import { z } from 'zod';
import { directorOnly, outreachReaders, read, write } from '../contract/operation.ts';
import { RecordId } from '../ids.ts';
import { CalendarDate } from '../time.ts';
import { PartnerAgencyId } from './partner-agency.ts';
import { BasedOn, RevisionMark } from './revision-mark.ts';

const Words = z.string().trim().max(4_000);

export const MeetingWritten = z.strictObject({
  on: CalendarDate,
  /** People of the agencies and of the house. */
  attendees: z.string().trim().max(500),
  actions: Words,
});
export type MeetingWritten = z.output<typeof MeetingWritten>;

export const PartnerMeeting = z.strictObject({ ...MeetingWritten.shape, partnerAgencyId: PartnerAgencyId });
export type PartnerMeeting = z.output<typeof PartnerMeeting>;

export const StoredMeeting = z.strictObject({ ...PartnerMeeting.shape, ...RevisionMark.shape, id: RecordId });
export type StoredMeeting = z.output<typeof StoredMeeting>;

export type MeetingRefusal = 'meeting-says-who' | 'meeting-later';

export const partnerMeetingOperations = {
  /** Newest first. */
  list: read(outreachReaders, z.strictObject({ partnerAgencyId: PartnerAgencyId }), z.array(StoredMeeting)),
  /** The word that says who somebody is: a name or a case number known here; null when none does. */
  look: read(
    directorOnly,
    z.strictObject({ text: z.string().max(6_000) }),
    z.strictObject({ word: z.string().max(80).nullable() }),
  ),
  /** Errors: rule-broken {rule: MeetingRefusal}, conflict. */
  save: write(
    directorOnly,
    ['partnerMeeting'],
    z.strictObject({
      partnerAgencyId: PartnerAgencyId,
      meetingId: RecordId.nullable(),
      basedOn: BasedOn,
      meeting: MeetingWritten,
    }),
    StoredMeeting,
  ),
};
