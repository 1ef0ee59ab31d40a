// Counting a meeting. There is no field for what was said; whoever is in danger is talked with alone, and the way there is shown.
import { Button, Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { Link } from 'wouter';
import type { RecordId } from '#shared/ids';
import { type SessionWritten, SessionTopic, type StoredSession } from '#shared/records/group-session';
import type { StoredGroup } from '#shared/records/peer-group';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import { useFirstName } from './people-sheet.tsx';

interface SessionFormProps {
  readonly group: StoredGroup;
  /** Null for a new one. */
  readonly saved: StoredSession | null;
  readonly onDone: () => void;
}

function writtenOf(saved: StoredSession | null): SessionWritten {
  if (saved === null)
    return {
      ...{ on: dateOf(now()), topic: 'ARRIVING', headcount: 0, newCount: 0 },
      ...{ debriefed: false, safetyFollowUps: 0 },
    };
  const { on, topic, headcount, newCount, debriefed, safetyFollowUps } = saved;
  return { on, topic, headcount, newCount, debriefed, safetyFollowUps };
}

export function SessionForm({ group, saved, onDone }: SessionFormProps) {
  const t = useText();
  const save = useWrite('groupSession.save');
  const [session, setSession] = useState(() => writtenOf(saved));
  const [named, setNamed] = useState<readonly RecordId[]>([]);
  const put = (part: Partial<SessionWritten>): void => setSession({ ...session, ...part });
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (session.on === '' || save.isRunning) return;
    const of = { groupId: group.id, sessionId: saved?.id ?? null, basedOn: saved?.revision ?? 0 };
    if ((await save.run({ ...of, session, named: [...named] })).ok) onDone();
  };
  return (
    <Sheet title={t('groups.countTitle')}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p className="dim">{t('groups.noWords')}</p>
        <div className="group-fields">
          <DayField label={t('groups.day')} value={session.on} latest={dateOf(now())} onValue={(on) => put({ on })} />
          <NativeSelect
            label={t('groups.topic')}
            value={session.topic}
            data={SessionTopic.options.map((value) => ({ value, label: t(`groups.topics.${value}`) }))}
            onChange={(event) => put({ topic: SessionTopic.parse(event.currentTarget.value) })}
          />
          <Heads name="headcount" session={session} onPut={put} />
          <Heads name="newCount" session={session} onPut={put} />
          <Heads name="safetyFollowUps" session={session} onPut={put} />
        </div>
        {session.headcount > group.capacity && (
          <div role="status">
            <Note>{t('groups.more')}</Note>
          </div>
        )}
        <Checkbox
          label={t('groups.debriefed')}
          checked={session.debriefed}
          onChange={(event) => put({ debriefed: event.currentTarget.checked })}
        />
        {saved === null && <Named group={group} named={named} onNamed={setNamed} />}
        <Danger />
        {save.error && <ErrorSentence error={save.error} />}
        <div className="row wrap">
          <Button variant="default" onClick={onDone}>
            {t('groups.cancel')}
          </Button>
          <Button type="submit" loading={save.isRunning} disabled={session.on === ''}>
            {t('groups.keepMeeting')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

const labels = { headcount: 'headcount', newCount: 'newCount', safetyFollowUps: 'followUps' } as const;

interface HeadsProps {
  readonly name: keyof typeof labels;
  readonly session: SessionWritten;
  readonly onPut: (part: Partial<SessionWritten>) => void;
}

function Heads({ name, session, onPut }: HeadsProps) {
  const t = useText();
  return (
    <NumberInput
      label={t(`groups.${labels[name]}`)}
      value={session[name]}
      min={0}
      max={200}
      allowDecimal={false}
      onChange={(next) => onPut({ [name]: Math.min(200, Math.max(0, Number(next) || 0)) })}
    />
  );
}

/** Somebody in danger: not here, but with her alone. */
function Danger() {
  const t = useText();
  const mayTalk = useMay('conversation.begin');
  return (
    <p className="group-danger">
      <Note>{t('groups.danger')}</Note>{' '}
      {mayTalk ? <Link href="/cases">{t('groups.dangerWay')}</Link> : t('groups.dangerTell')}
    </p>
  );
}

interface NamedProps {
  readonly group: StoredGroup;
  readonly named: readonly RecordId[];
  readonly onNamed: (named: readonly RecordId[]) => void;
}

function Named({ group, named, onNamed }: NamedProps) {
  const t = useText();
  const found = useRead('groupPlace.ofGroup', { groupId: group.id });
  const willing = found.value?.people.filter((one) => one.state === 'MEMBER' && one.attendance === 'YES') ?? [];
  if (found.error) return <ErrorSentence error={found.error} />;
  if (willing.length === 0) return <p className="small dim">{t('groups.namedNone')}</p>;
  return (
    <Checkbox.Group
      label={t('groups.named')}
      description={t('groups.namedSays')}
      value={[...named]}
      onChange={(ids) => onNamed(willing.map(({ placeId }) => placeId).filter((id) => ids.includes(id)))}
    >
      <div className="choices">
        {willing.map((one) => (
          <NamedOne key={one.placeId} placeId={one.placeId} firstName={one.firstName} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function NamedOne(person: { readonly placeId: RecordId; readonly firstName: string }) {
  return <Checkbox value={person.placeId} label={<span dir="auto">{useFirstName(person)}</span>} />;
}
