// The open cases of somebody who leaves: what each person wishes, and who works with them from now on.
import { Button, Select } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { StaffMemberId } from '#shared/ids';
import type { CaseToHandOn, LeavingState } from '#shared/records/leaving';
import type { Translate } from '#shared/text/language';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { casePath } from '../../case/case-tabs.ts';
import { ReasonField, saysWhy } from '../../case/reason-field.tsx';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Alias, Hers } from '../../ui/hers.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import { Link } from 'wouter';

export function HandOnSheet({ leaving: { cases, person } }: { leaving: LeavingState }) {
  const t = useText();
  return (
    <Sheet flush title={t('team.handOn')} end={t('team.cases', { count: cases.length })}>
      {cases.length === 0 && <EmptyState>{t('team.handOnNone', { name: person.name })}</EmptyState>}
      <Rows label={t('team.handOn')}>
        {cases.map((one) => (
          <CaseRow key={one.of.caseFileId} handOn={one} from={person.id} />
        ))}
      </Rows>
    </Sheet>
  );
}

function CaseRow({ handOn, from }: { handOn: CaseToHandOn; from: StaffMemberId }) {
  const t = useText();
  const { of, others, isMinor } = handOn;
  return (
    <li className="hand-on">
      <div className="hand-on-who">
        <Link href={casePath(of.caseFileId, '/people')} className="hand-on-link">
          <Alias caseFileId={of.caseFileId} alias={of.nameUsed} caseNumber={of.caseNumber} />
        </Link>
        {isMinor && <Note>{t('minority.UNDER_18')}</Note>}
        <span className="small dim">
          {others.length === 0
            ? t('team.handOnAlone')
            : t('team.handOnOthers', { names: others.map(({ name }) => name).join(', ') })}
        </span>
      </div>
      <Wish wish={handOn.wish} />
      <HandOnForm handOn={handOn} from={from} />
    </li>
  );
}

function Wish({ wish }: { wish: CaseToHandOn['wish'] }) {
  const t = useText();
  if (wish === null) return <p className="dim">{t('team.wishNone')}</p>;
  if (wish.answer === 'DECLINED') return <p className="dim">{t('team.wishDeclined')}</p>;
  return (
    <p>
      <Hers quote>{wish.words}</Hers>
    </p>
  );
}

function HandOnForm({ handOn: { of }, from }: { handOn: CaseToHandOn; from: StaffMemberId }) {
  const t = useText();
  const { caseFileId, nameUsed: name } = of;
  const { person: me } = useSession();
  const team = useRead('caseAssignment.team', { caseFileId });
  const handOver = useWrite('caseAssignment.handOver');
  const [chosen, setChosen] = useState<string | null>(null);
  const [held, setHeld] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isHeld = held !== null && held === chosen;
  const joins = chosen === me.id && !(team.value?.now ?? []).some(({ person }) => person.id === me.id);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (chosen === null || ((joins || isHeld) && !saysWhy(reason))) return;
    const reasons = { ...(joins ? { reason } : {}), ...(isHeld ? { goPast: reason } : {}) };
    const done = await handOver.run({ caseFileId, from, staffMemberId: StaffMemberId.parse(chosen), ...reasons });
    if (done.ok) return;
    setAsked(false);
    setHeld(String(done.error.facts?.['rule'] ?? '').startsWith('minors-') ? chosen : null);
  };
  return (
    <form className="team-form" onSubmit={(event) => void submit(event)}>
      <div className="row wrap align-end">
        <Select
          className="grow"
          label={t('team.handOnTo')}
          aria-label={t('team.handOnToOf', { name })}
          data={choicesOf(t, team.value, from)}
          value={chosen}
          onChange={setChosen}
        />
        <Button
          type="submit"
          variant="default"
          loading={handOver.isRunning}
          disabled={chosen === null}
          aria-label={t('team.handOnNowOf', { name })}
        >
          {isHeld ? t('team.goPast') : t('team.handOnNow')}
        </Button>
      </div>
      {handOver.error && (held === null || isHeld) && <ErrorSentence error={handOver.error} />}
      {(joins || isHeld) && (
        <>
          <p className="small">{isHeld ? t('team.goPastSays') : t('team.handOnJoins')}</p>
          <ReasonField reason={reason} isAsked={isAsked} onReason={setReason} />
        </>
      )}
    </form>
  );
}

type Team = NonNullable<ReturnType<typeof useRead<'caseAssignment.team'>>['value']>;

/** Who works on it already stands first. */
function choicesOf(t: Translate, team: Team | undefined, from: StaffMemberId) {
  const here = (team?.now ?? []).filter(({ person, hasLeft }) => person.id !== from && !hasLeft);
  return [...here, ...(team?.others ?? [])].map(({ person, as, keptApart = false, lacking }) => ({
    value: person.id,
    label: [
      person.name,
      t(`safekeeping.role.${as}`),
      ...(keptApart ? [t('apart.differentWorker')] : []),
      ...(lacking ? [t('team.minorsLacking')] : []),
    ].join(', '),
    disabled: keptApart,
  }));
}
