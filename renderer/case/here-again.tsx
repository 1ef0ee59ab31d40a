// "They are here again": opens a new case of somebody whose case ended, and seals the earlier one until they agree to link it.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import { NameUsed } from '#shared/records/case-facts';
import { useWrite } from '../api/use-vault.ts';
import type { Pronouns } from '../pronouns.ts';
import { useMay } from '../session/use-may.ts';
import { useText } from '../text.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { casePath } from './case-tabs.ts';

interface HereAgainProps {
  /** The case that ended. */
  readonly caseFileId: CaseFileId;
  readonly name: string;
  readonly pronouns: Pronouns;
  /** Beside other names: then the button says of whom. */
  readonly isOneOfSeveral?: boolean;
  readonly onOpened?: () => Promise<unknown>;
}

export function HereAgain(props: HereAgainProps) {
  const t = useText();
  const mayOpen = useMay('episode.open');
  const [isAsking, setAsking] = useState(false);
  const { name, isOneOfSeveral = false } = props;
  if (!mayOpen) return null;
  return (
    <>
      <Button
        variant="default"
        size={isOneOfSeveral ? 'compact-md' : 'sm'}
        {...(isOneOfSeveral ? { 'aria-label': t('episodes.beginOf', { name }) } : {})}
        onClick={() => setAsking(true)}
      >
        {t('episodes.begin')}
      </Button>
      {isAsking && <OpenDialog {...props} onClose={() => setAsking(false)} />}
    </>
  );
}

function OpenDialog({ caseFileId, name, pronouns, onOpened, onClose }: HereAgainProps & { onClose: () => void }) {
  const t = useText();
  const [, navigate] = useLocation();
  const open = useWrite('episode.open');
  const [nameUsed, setNameUsed] = useState(name);
  const confirm = async (): Promise<void> => {
    if (!NameUsed.safeParse(nameUsed).success) return;
    const result = await open.run({ caseFileId, nameUsed });
    if (!result.ok) return;
    await onOpened?.();
    navigate(casePath(result.value.caseFileId), { replace: true });
  };
  return (
    <ConfirmDialog
      isOpen
      question={t('episodes.ask', { name })}
      cancel={t('episodes.leave')}
      confirm={t('episodes.open')}
      isRunning={open.isRunning}
      onCancel={onClose}
      onConfirm={() => void confirm()}
    >
      <p>{t('episodes.says', pronouns)}</p>
      <p>{t('episodes.saysSafety')}</p>
      <TextInput
        label={t('episodes.name')}
        value={nameUsed}
        maxLength={200}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setNameUsed(event.currentTarget.value)}
      />
      {open.error && <ErrorSentence error={open.error} />}
    </ConfirmDialog>
  );
}
