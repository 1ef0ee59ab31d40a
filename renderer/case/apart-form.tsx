// Keeping a person apart from another, or from a colleague: what to mind, and why, which is sealed at once.
import { Button, Checkbox, Radio, Select, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { type CaseFileId, StaffMemberId } from '#shared/ids';
import { ConflictAction } from '#shared/records/conflict-flag';
import { useRead, useWrite } from '../api/use-vault.ts';
import { useSession } from '../session/session-gate.tsx';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { PickCase } from './pick-case.tsx';

interface ApartFormProps {
  readonly caseFileId: CaseFileId;
  readonly onDone: () => void;
}

interface Typed {
  readonly other: CaseFileId | null;
  readonly colleague: StaffMemberId | null;
  readonly actions: readonly ConflictAction[];
  readonly reason: string;
}
const nothing: Typed = { other: null, colleague: null, actions: [], reason: '' };

export function ApartForm({ caseFileId, onDone }: ApartFormProps) {
  const t = useText();
  const add = useWrite('conflictFlag.add');
  const [who, setWho] = useState<'case' | 'staff'>('case');
  const [typed, setTyped] = useState(nothing);
  const put = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const asked = requestOf(who, typed);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (asked !== null && (await add.run({ caseFileId, ...asked, reason: typed.reason })).ok) onDone();
  };
  return (
    <form className="team-add" onSubmit={(event) => void submit(event)}>
      <Radio.Group label={t('apart.who')} value={who} onChange={(next) => setWho(next === 'staff' ? 'staff' : 'case')}>
        <div className="choices">
          <Radio value="case" label={t('apart.whoCase')} />
          <Radio value="staff" label={t('apart.whoStaff')} />
        </div>
      </Radio.Group>
      {who === 'case' ? (
        <>
          <PickCase not={caseFileId} value={typed.other} onValue={(other) => put({ other })} />
          <Actions chosen={typed.actions} onChosen={(actions) => put({ actions })} />
        </>
      ) : (
        <PickColleague value={typed.colleague} onValue={(colleague) => put({ colleague })} />
      )}
      <Textarea
        label={t('apart.whyField')}
        description={t('apart.whyHint')}
        dir="auto"
        autosize
        minRows={2}
        maxLength={2_000}
        value={typed.reason}
        onChange={(event) => put({ reason: event.currentTarget.value })}
        autoComplete="off"
        spellCheck={false}
      />
      {add.error && <ErrorSentence error={add.error} />}
      <div className="row wrap">
        <Button variant="default" onClick={onDone}>
          {t('apart.leave')}
        </Button>
        <Button type="submit" variant="default" loading={add.isRunning} disabled={asked === null}>
          {t('apart.keep')}
        </Button>
      </div>
    </form>
  );
}

/** Null as long as something is open. A colleague can only be kept off the case. */
function requestOf(who: 'case' | 'staff', { other, colleague, actions }: Typed) {
  if (who === 'staff') {
    return colleague && { from: { staffMemberId: colleague }, actions: ['DIFFERENT_WORKER' as const] };
  }
  return other !== null && actions.length > 0 ? { from: { otherCaseFileId: other }, actions: [...actions] } : null;
}

interface ActionsProps {
  readonly chosen: readonly ConflictAction[];
  readonly onChosen: (actions: ConflictAction[]) => void;
}

function Actions({ chosen, onChosen }: ActionsProps) {
  const t = useText();
  return (
    <Checkbox.Group
      label={t('apart.what')}
      value={[...chosen]}
      onChange={(next) => onChosen(next.map((one) => ConflictAction.parse(one)))}
    >
      <div className="apart-actions">
        {ConflictAction.options.map((action) => (
          <Checkbox key={action} value={action} label={t(`apart.action.${action}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

interface PickColleagueProps {
  readonly value: StaffMemberId | null;
  readonly onValue: (id: StaffMemberId | null) => void;
}

function PickColleague({ value, onValue }: PickColleagueProps) {
  const t = useText();
  const { person: me } = useSession();
  const names = useRead('staffMember.names', {});
  return (
    <Select
      label={t('apart.colleague')}
      description={t('apart.colleagueSays')}
      data={(names.value ?? []).filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={(id) => onValue(id === null ? null : StaffMemberId.parse(id))}
    />
  );
}
