// Meetings with agencies in the vault. What is written is compared with every name and number of a case that is known here.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import { PartnerMeeting, type partnerMeetingOperations, type StoredMeeting } from '#shared/records/partner-meeting';
import { wordThatSaysWho } from '#shared/records/words-that-say-who';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { loadAgency } from './partner-agency.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';

export const partnerMeetingKind = recordKind<PartnerMeeting>({
  kind: 'partner-meeting',
  schema: PartnerMeeting,
  table: 'partner_meeting',
  columns: (body) => ({ partner_agency_id: body.partnerAgencyId, held_on: body.on }),
});

export const partnerMeetingHandlers: Handlers<typeof partnerMeetingOperations> = {
  list: (context, { partnerAgencyId }) => {
    loadAgency(context, partnerAgencyId);
    const where = 't.partner_agency_id = ? ORDER BY t.held_on DESC, t.id DESC';
    return listRecords(context, partnerMeetingKind, where, [partnerAgencyId]).map((stored) => shown(context, stored));
  },
  look: (context, { text }) => ({ word: wordOfAnybody(context, text) }),
  save: (context, { partnerAgencyId, meetingId, basedOn, meeting }) => {
    loadAgency(context, partnerAgencyId);
    const before = meetingId === null ? null : loadRecord(context, partnerMeetingKind, meetingId).body;
    if (before !== null && before.partnerAgencyId !== partnerAgencyId) throw new VaultError('not-found');
    obey(meeting.on > context.today() ? 'meeting-later' : null);
    const text = [meeting.attendees, meeting.actions].join('\n');
    obey(wordOfAnybody(context, text) === null ? null : 'meeting-says-who');
    const id = meetingId ?? context.newId();
    const record = { id, caseFileId: null, body: { ...meeting, partnerAgencyId }, expectedRevision: basedOn };
    return shown(context, saveRecord(context, partnerMeetingKind, record));
  },
};

/** Every name that is known of anybody, also of closed cases, as the lists of names keep them: folded, one a line. */
function wordOfAnybody(context: ReadContext, text: string): string | null {
  const cases = context.db.all<{ names: string; number: string }>(
    'SELECT folded_names AS names, case_number AS number FROM case_file',
  );
  const names = cases.flatMap((one) => one.names.split('\n'));
  return wordThatSaysWho(text, { names, caseNumbers: cases.map(({ number }) => number), born: null });
}

const shown = (context: Pick<ReadContext, 'db'>, stored: Stored<PartnerMeeting>): StoredMeeting => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});
