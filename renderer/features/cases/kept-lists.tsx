// The lists a person keeps for herself: one touch shows one again. A list that is shown can be let go, a new one gets a name.
import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { type CaseListWish, firstWish, type KeptList, sameWish } from '#shared/records/case-list';
import { useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconClose } from '../../ui/icons.ts';

interface KeptListsProps {
  readonly wish: CaseListWish;
  readonly kept: readonly KeptList[];
  readonly onWish: (wish: CaseListWish) => void;
}

export function KeptLists({ wish, kept, onWish }: KeptListsProps) {
  const t = useText();
  const keep = useWrite('caseList.keep');
  const shown = kept.find((list) => sameWish(list.wish, wish));
  const isNew = shown === undefined && !sameWish(wish, firstWish);
  if (kept.length === 0 && !isNew) return null;
  return (
    <div className="kept-lists" role="group" aria-label={t('cases.keptLists')}>
      {kept.map((list) => (
        <Button
          key={list.name}
          size="compact-md"
          variant={list === shown ? 'light' : 'default'}
          aria-pressed={list === shown}
          onClick={() => onWish(list === shown ? firstWish : list.wish)}
        >
          <bdi>{list.name}</bdi>
        </Button>
      ))}
      {shown && (
        <ActionIcon
          variant="subtle"
          aria-label={t('cases.letListGo', { name: shown.name })}
          onClick={() => void keep.run({ lists: kept.filter((list) => list !== shown) })}
        >
          <IconClose size={16} aria-hidden />
        </ActionIcon>
      )}
      {isNew && (
        <KeepThis
          names={kept.map(({ name }) => name)}
          onName={(name) => keep.run({ lists: [...kept, { name, wish }] })}
        />
      )}
      {keep.error && <ErrorSentence error={keep.error} />}
    </div>
  );
}

function KeepThis({ names, onName }: { names: readonly string[]; onName: (name: string) => Promise<unknown> }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const isTaken = names.includes(name.trim());
  const finish = (event: SubmitEvent): void => {
    event.preventDefault();
    if (name.trim() === '' || isTaken) return;
    void onName(name.trim());
    setOpen(false);
    setName('');
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus position="bottom-start">
      <Popover.Target>
        <Button size="compact-md" variant="subtle" onClick={() => setOpen(true)}>
          {t('cases.keepList')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className="row keep-list" onSubmit={finish}>
          <TextInput
            label={t('cases.listName')}
            value={name}
            maxLength={40}
            autoComplete="off"
            data-autofocus
            error={isTaken ? t('cases.listNameTaken') : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" disabled={name.trim() === '' || isTaken}>
            {t('cases.listKeep')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
