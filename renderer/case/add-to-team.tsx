// Adds a colleague to those who work on a case. A director who adds herself says why.
import { Button, Select } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
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
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (chosen === null || (joins && !saysWhy(reason))) return;
    const given = { caseFileId, staffMemberId: StaffMemberId.parse(chosen) };
    if (!(await assign.run(joins ? { ...given, reason } : given)).ok) return;
    setChosen(null);
    setReason('');
    setAsked(false);
  };
  if (others.length === 0) return <p className="rows-more small dim">{t('assignment.nobodyElse')}</p>;
  return (
    <form className="team-add" onSubmit={(event) => void submit(event)}>
      <div className="row wrap align-end">
        <Select
          className="grow"
          label={t('assignment.add')}
          data={others.map(({ person, as, keptApart = false }) => ({
            value: person.id,
            label: [person.name, t(`safekeeping.role.${as}`), ...(keptApart ? [t('apart.differentWorker')] : [])].join(
              ', ',
            ),
            disabled: keptApart,
          }))}
          value={chosen}
          onChange={setChosen}
        />
        <Button type="submit" variant="default" loading={assign.isRunning} disabled={chosen === null}>
          {t('assignment.addNow')}
        </Button>
      </div>
      {joins && (
        <>
          <p className="small">{t('assignment.joinSays')}</p>
          <ReasonField reason={reason} isAsked={isAsked} onReason={setReason} />
        </>
      )}
      {assign.error && <ErrorSentence error={assign.error} />}
    </form>
  );
}
