// Adds a colleague to those who work on a case. A director who adds herself says why.
import { Button, Select } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { WireError } from '#shared/contract/errors';
import { type CaseFileId, StaffMemberId } from '#shared/ids';
import type { CaseTeam } from '#shared/records/case-assignment';
import { useWrite } from '../api/use-vault.ts';
import { useSession } from '../session/session-gate.tsx';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { ReasonField, saysWhy } from './reason-field.tsx';

interface AddToTeamProps {
  readonly caseFileId: CaseFileId;
  readonly others: CaseTeam['others'];
}

export function AddToTeam({ caseFileId, others }: AddToTeamProps) {
  const t = useText();
  const { person: me } = useSession();
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const assign = useWrite('caseAssignment.assign');
  const joins = chosen === me.id;
  // The vault said what this colleague lacks for the case of a minor: the director may say why it cannot wait.
  const [held, setHeld] = useState<string | null>(null);
  const isHeld = held !== null && held === chosen;
  const [goPast, setGoPast] = useState('');
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (chosen === null || (joins && !saysWhy(reason)) || (isHeld && !saysWhy(goPast))) return;
    const staffMemberId = StaffMemberId.parse(chosen);
    const reasons = { ...(joins ? { reason } : {}), ...(isHeld ? { goPast } : {}) };
    const assigned = await assign.run({ caseFileId, staffMemberId, ...reasons });
    setHeld(!assigned.ok && isTrainingRule(assigned.error) ? chosen : null);
    setAsked(false);
    if (!assigned.ok) return;
    setChosen(null);
    setReason('');
    setGoPast('');
  };
  if (others.length === 0) return <p className="rows-more small dim">{t('assignment.nobodyElse')}</p>;
  return (
    <form className="team-add" onSubmit={(event) => void submit(event)}>
      <div className="row wrap align-end">
        <Select
          className="grow"
          label={t('assignment.add')}
          data={others.map(({ person, as, keptApart = false, lacking }) => ({
            value: person.id,
            label: [
              person.name,
              t(`safekeeping.role.${as}`),
              ...(keptApart ? [t('apart.differentWorker')] : []),
              ...(lacking ? [t('team.minorsLacking')] : []),
            ].join(', '),
            disabled: keptApart,
          }))}
          value={chosen}
          onChange={setChosen}
        />
        <Button type="submit" variant="default" loading={assign.isRunning} disabled={chosen === null}>
          {isHeld ? t('team.goPast') : t('assignment.addNow')}
        </Button>
      </div>
      {joins && (
        <>
          <p className="small">{t('assignment.joinSays')}</p>
          <ReasonField reason={reason} isAsked={isAsked} onReason={setReason} />
        </>
      )}
      {assign.error && (held === null || isHeld) && <ErrorSentence error={assign.error} />}
      {isHeld && (
        <>
          <p className="small">{t('team.goPastSays')}</p>
          <ReasonField reason={goPast} isAsked={isAsked} onReason={setGoPast} />
        </>
      )}
    </form>
  );
}

const isTrainingRule = ({ facts }: WireError): boolean => String(facts?.['rule'] ?? '').startsWith('minors-');
