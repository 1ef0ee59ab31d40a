// Meetings with one agency. A word that says who somebody is is named when the meeting is kept; nothing is kept with it.
import { Button, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { PartnerAgencyId } from '#shared/records/partner-agency';
import type { MeetingWritten, StoredMeeting } from '#shared/records/partner-meeting';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { Stop } from '../../ui/status-words.tsx';

export function MeetingsSheet({ agencyId }: { agencyId: PartnerAgencyId }) {
  const t = useText();
  const list = useRead('partnerMeeting.list', { partnerAgencyId: agencyId });
  const mayWrite = useMay('partnerMeeting.save');
  const [writing, setWriting] = useState<StoredMeeting | 'new' | null>(null);
  if (writing !== null) {
    const saved = writing === 'new' ? null : writing;
    return <MeetingForm agencyId={agencyId} saved={saved} onDone={() => setWriting(null)} />;
  }
  return (
    <Sheet className="partner-plain" title={t('partners.meetings')}>
      <div className="stack">
        {list.error && <ErrorSentence error={list.error} />}
        {list.value?.length === 0 && <p className="dim">{t('partners.meetingNone')}</p>}
        <Rows label={t('partners.meetings')}>
          {list.value?.map((meeting) => (
            <li key={meeting.id}>
              <span className="grow partner-what">
                <b>{fullDate(meeting.on)}</b>
                <span dir="auto">{meeting.actions}</span>
                <span className="small dim" dir="auto">
                  {meeting.attendees}
                </span>
              </span>
              {mayWrite && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${t('partners.change')}: ${fullDate(meeting.on)}`}
                  onClick={() => setWriting(meeting)}
                >
                  {t('partners.change')}
                </Button>
              )}
            </li>
          ))}
        </Rows>
        {mayWrite && (
          <div>
            <Button variant="default" onClick={() => setWriting('new')}>
              {t('partners.meetingAdd')}
            </Button>
          </div>
        )}
      </div>
    </Sheet>
  );
}

interface FormProps {
  readonly agencyId: PartnerAgencyId;
  readonly saved: StoredMeeting | null;
  readonly onDone: () => void;
}

function MeetingForm({ agencyId, saved, onDone }: FormProps) {
  const t = useText();
  const save = useWrite('partnerMeeting.save');
  const [typed, setTyped] = useState<MeetingWritten>({
    on: saved?.on ?? dateOf(now()),
    attendees: saved?.attendees ?? '',
    actions: saved?.actions ?? '',
  });
  const type = (part: Partial<MeetingWritten>): void => setTyped({ ...typed, ...part });
  const saysWho = save.error?.facts?.['rule'] === 'meeting-says-who';
  const text = [typed.attendees, typed.actions].join('\n');
  const looked = useRead('partnerMeeting.look', { text }, { enabled: saysWho, keepLast: true });
  const word = saysWho ? (looked.value?.word ?? null) : null;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (typed.on === '' || save.isRunning) return;
    const of = { partnerAgencyId: agencyId, meetingId: saved?.id ?? null, basedOn: saved?.revision ?? 0 };
    if ((await save.run({ ...of, meeting: typed })).ok) onDone();
  };
  return (
    <Sheet title={t('partners.meetings')}>
      <form className="stack one-column" onSubmit={(event) => void submit(event)}>
        <p className="dim">{t('partners.meetingLead')}</p>
        <DayField
          label={t('partners.meetingOn')}
          value={typed.on}
          latest={dateOf(now())}
          onValue={(on) => type({ on })}
        />
        <TextInput
          label={t('partners.meetingAttendees')}
          dir="auto"
          maxLength={500}
          value={typed.attendees}
          onChange={(event) => type({ attendees: event.currentTarget.value })}
        />
        <Textarea
          label={t('partners.meetingActions')}
          dir="auto"
          autosize
          minRows={3}
          maxLength={4_000}
          value={typed.actions}
          onChange={(event) => type({ actions: event.currentTarget.value })}
        />
        {save.error && <ErrorSentence error={save.error} />}
        {word !== null && (
          <div role="status">
            <Stop>{t('partners.meetingWord', { word })}</Stop>
          </div>
        )}
        <div className="row wrap">
          <Button variant="default" onClick={onDone}>
            {t('shell.cancel')}
          </Button>
          <Button type="submit" loading={save.isRunning} disabled={typed.on === ''}>
            {t('partners.meetingKeep')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
