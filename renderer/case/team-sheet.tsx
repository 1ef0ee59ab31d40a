// Who works on the case, since when and in what role. A director keeps the list; everyone else reads it.
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import type { CaseTeam } from '#shared/records/case-assignment';
import { useRead, useWrite } from '../api/use-vault.ts';
import { dateOf, fullDate } from '../dates.ts';
import { useMay } from '../session/use-may.ts';
import { useText } from '../text.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Rows, Sheet } from '../ui/sheet.tsx';
import { Note } from '../ui/status-words.tsx';
import { AddToTeam } from './add-to-team.tsx';
import './team.css';

type Member = CaseTeam['now'][number];

export function TeamSheet({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const team = useRead('caseAssignment.team', { caseFileId });
  const mayKeep = useMay('caseAssignment.assign');
  const isOne = team.value?.now.length === 1;
  const [ending, setEnding] = useState<Member | null>(null);
  return (
    <Sheet flush title={t('assignment.title')}>
      {team.error && <ErrorSentence error={team.error} />}
      {team.value && (
        <>
          <Rows>
            {team.value.now.map((member) => (
              <MemberRow
                key={member.person.id}
                member={member}
                caseFileId={caseFileId}
                {...(mayKeep && !isOne ? { onEnd: () => setEnding(member) } : {})}
              />
            ))}
          </Rows>
          {team.value.before.map(({ person, to }) => (
            <p key={`${person.id}${to}`} className="rows-more small dim" dir="auto">
              {t('assignment.before', { name: person.name, day: fullDate(dateOf(to)) })}
            </p>
          ))}
          {mayKeep && <AddToTeam caseFileId={caseFileId} others={team.value.others} />}
        </>
      )}
      {ending && <EndDialog caseFileId={caseFileId} member={ending} onClose={() => setEnding(null)} />}
    </Sheet>
  );
}

interface MemberRowProps {
  readonly member: Member;
  readonly caseFileId: CaseFileId;
  readonly onEnd?: () => void;
}

function MemberRow({ member, caseFileId, onEnd }: MemberRowProps) {
  const t = useText();
  const { name } = member.person;
  return (
    <li className="wrap">
      <span className="grow team-member">
        <b dir="auto">{name}</b>
        <span className="small dim">
          {t(`safekeeping.role.${member.as}`)}, {t('assignment.since', { day: fullDate(dateOf(member.from)) })}
        </span>
        {member.hasLeft && <Note>{t('assignment.hasLeft')}</Note>}
        {member.keptApart && <Note>{t('apart.workerNow')}</Note>}
        {member.lacking && <Note>{t('team.minorsLacking')}</Note>}
        <OpensSealed member={member} caseFileId={caseFileId} />
      </span>
      {onEnd && (
        <Button size="compact-md" variant="default" aria-label={t('assignment.endOf', { name })} onClick={onEnd}>
          {t('assignment.end')}
        </Button>
      )}
    </li>
  );
}

function OpensSealed({ member, caseFileId }: { member: Member; caseFileId: CaseFileId }) {
  const t = useText();
  const mayKeep = useMay('caseAssignment.setOpensSealed');
  const set = useWrite('caseAssignment.setOpensSealed');
  const staffMemberId = member.person.id;
  if (!mayKeep) return member.opensSealed ? <span className="small dim">{t('assignment.sealed')}</span> : null;
  return (
    <>
      <Checkbox
        mt={6}
        size="sm"
        label={t('assignment.sealed')}
        aria-label={t('assignment.sealedOf', { name: member.person.name })}
        checked={member.opensSealed}
        disabled={set.isRunning}
        onChange={(event) => void set.run({ caseFileId, staffMemberId, opensSealed: event.currentTarget.checked })}
      />
      {set.error && <ErrorSentence error={set.error} />}
    </>
  );
}

interface EndDialogProps {
  readonly caseFileId: CaseFileId;
  readonly member: Member;
  readonly onClose: () => void;
}

function EndDialog({ caseFileId, member, onClose }: EndDialogProps) {
  const t = useText();
  const end = useWrite('caseAssignment.end');
  const { id: staffMemberId, name } = member.person;
  const confirm = async (): Promise<void> => {
    if ((await end.run({ caseFileId, staffMemberId })).ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      question={t('assignment.endAsk', { name })}
      cancel={t('assignment.endKeep', { name })}
      confirm={t('assignment.end')}
      isRunning={end.isRunning}
      onCancel={onClose}
      onConfirm={() => void confirm()}
    >
      <p>{t('assignment.endSays', { name })}</p>
      {end.error && <ErrorSentence error={end.error} />}
    </ConfirmDialog>
  );
}
