// Bringing two together: who the other is, who goes along with whom, what they agreed on, and a yes of both.
import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import { useWrite } from '../../api/use-vault.ts';
import { PickCase } from '../../case/pick-case.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';

interface PairFormProps {
  readonly caseFileId: CaseFileId;
  readonly onDone: () => void;
}

const roles = ['MENTEE', 'MENTOR'] as const;

export function PairForm({ caseFileId, onDone }: PairFormProps) {
  const t = useText();
  const add = useWrite('mentorPair.add');
  const [other, setOther] = useState<CaseFileId | null>(null);
  const [role, setRole] = useState<(typeof roles)[number]>('MENTEE');
  const [limits, setLimits] = useState('');
  const [bothSaidYes, setBoth] = useState(false);
  const isReady = other !== null && limits.trim() !== '' && bothSaidYes;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady || add.isRunning) return;
    const asked = { caseFileId, otherCaseFileId: other, isMentor: role === 'MENTOR', bothSaidYes, limits };
    if ((await add.run(asked)).ok) onDone();
  };
  return (
    <form className="team-add" onSubmit={(event) => void submit(event)}>
      <PickCase not={caseFileId} value={other} onValue={setOther} />
      <NativeSelect
        label={t('groups.pairRole')}
        value={role}
        data={roles.map((value) => ({ value, label: t(`groups.pairRoles.${value}`) }))}
        onChange={(event) => setRole(roles.find((one) => one === event.currentTarget.value) ?? 'MENTEE')}
      />
      <Textarea
        label={t('groups.pairLimits')}
        description={t('groups.pairLimitsHint')}
        dir="auto"
        autosize
        minRows={2}
        maxLength={1_000}
        value={limits}
        autoComplete="off"
        onChange={(event) => setLimits(event.currentTarget.value)}
      />
      <Checkbox
        label={t('groups.pairYes')}
        checked={bothSaidYes}
        onChange={(event) => setBoth(event.currentTarget.checked)}
      />
      {add.error && <ErrorSentence error={add.error} />}
      <div className="row wrap">
        <Button variant="default" onClick={onDone}>
          {t('groups.cancel')}
        </Button>
        <Button type="submit" variant="default" loading={add.isRunning} disabled={!isReady}>
          {t('groups.pairKeep')}
        </Button>
      </div>
    </form>
  );
}
