// Asking somebody to a group, as far as the vault says she may be asked. Why not is never said with a name.
import { Button, NativeSelect } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { rules } from '#shared/text/en/rules';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Stop } from '../../ui/status-words.tsx';
import type { OfPerson } from './own-places-sheet.tsx';

const isRule = (name: string): name is keyof typeof rules => name in rules;
/** She may still wait: it changes by itself, or somebody else sees to it. */
const mayWait = (refusal: string | null): boolean => refusal === 'group-full' || refusal === 'group-apart';

export function InviteSheet({ caseFileId, pronouns }: OfPerson) {
  const t = useText();
  const own = useRead('groupPlace.ofCase', { caseFileId });
  const invite = useWrite('groupPlace.invite');
  const [picked, setPicked] = useState('');
  const choices = own.value?.choices ?? [];
  const choice = choices.find(({ groupId }) => groupId === picked) ?? choices[0];
  if (own.value === undefined) return null;
  const ask = (waits: boolean): void => {
    if (choice && !invite.isRunning) void invite.run({ caseFileId, groupId: choice.groupId, waits });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (choice?.refusal === null) ask(false);
  };
  return (
    <Sheet title={t('groups.choose', pronouns)}>
      {choice === undefined ? (
        <p className="dim">{t('groups.noGroups')}</p>
      ) : (
        <form className="stack" onSubmit={submit}>
          <NativeSelect
            label={t('groups.which')}
            value={choice.groupId}
            data={choices.map(({ groupId, name, free }) => ({
              value: groupId,
              label: `${name}, ${free === 0 ? t('groups.full') : t('groups.free', { count: free })}`,
            }))}
            onChange={(event) => setPicked(event.currentTarget.value)}
          />
          <WhyNot refusal={choice.refusal} />
          {invite.error && <ErrorSentence error={invite.error} />}
          <div className="row wrap">
            <Button type="submit" loading={invite.isRunning} disabled={choice.refusal !== null}>
              {t('groups.invite', pronouns)}
            </Button>
            {mayWait(choice.refusal) && (
              <Button variant="default" onClick={() => ask(true)}>
                {t('groups.wait', pronouns)}
              </Button>
            )}
          </div>
        </form>
      )}
    </Sheet>
  );
}

function WhyNot({ refusal }: { refusal: string | null }) {
  const t = useText();
  if (refusal === null || !isRule(refusal)) return null;
  return (
    <div role="status">
      <Stop>{t(`rules.${refusal}.happened`)}</Stop>
      <p className="small dim">{t(`rules.${refusal}.todo`)}</p>
    </div>
  );
}
