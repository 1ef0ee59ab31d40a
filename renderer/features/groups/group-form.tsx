// A group: what it is called, for whom, who leads it, and how everybody can take part.
import { Button, Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { StaffMemberId } from '#shared/ids';
import { GroupType, type GroupWritten, PeerLeader, type StoredGroup } from '#shared/records/peer-group';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { LanguageSelect } from '../../forms/language-select.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';

interface GroupFormProps {
  /** Null for a new one. */
  readonly group: StoredGroup | null;
  readonly onKept: (group: StoredGroup) => void;
  readonly onCancel: () => void;
}

const fresh: GroupWritten = {
  ...{ name: '', type: 'FACILITATED', language: '', isOpen: true, capacity: 8, facilitatorIds: [] },
  ...{ peerLeader: 'NONE', access: '', hasChildcare: false, agreements: '' },
};

function writtenOf(group: StoredGroup | null): GroupWritten {
  if (group === null) return fresh;
  const { name, type, language, isOpen, capacity, facilitatorIds, peerLeader, access, hasChildcare, agreements } =
    group;
  return { name, type, language, isOpen, capacity, facilitatorIds, peerLeader, access, hasChildcare, agreements };
}

export function GroupForm({ group: stored, onKept, onCancel }: GroupFormProps) {
  const t = useText();
  const save = useWrite('peerGroup.save');
  const [group, setGroup] = useState(() => writtenOf(stored));
  const put = (part: Partial<GroupWritten>): void => setGroup({ ...group, ...part });
  const isReady = group.name.trim() !== '' && group.facilitatorIds.length > 0;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady || save.isRunning) return;
    const result = await save.run({ groupId: stored?.id ?? null, basedOn: stored?.revision ?? 0, group });
    if (result.ok) onKept(result.value);
  };
  return (
    <Sheet title={stored === null ? t('groups.add') : t('groups.changeThe', { name: stored.name })}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div className="group-fields">
          <TextInput
            label={t('groups.name')}
            description={t('groups.nameHint')}
            value={group.name}
            maxLength={60}
            dir="auto"
            autoFocus
            autoComplete="off"
            onChange={(event) => put({ name: event.currentTarget.value })}
          />
          <Kind group={group} onPut={put} />
        </div>
        <LedBy group={group} onPut={put} />
        <Checkbox
          label={t('groups.open')}
          checked={group.isOpen}
          onChange={(event) => put({ isOpen: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('groups.childcare')}
          checked={group.hasChildcare}
          onChange={(event) => put({ hasChildcare: event.currentTarget.checked })}
        />
        <Textarea
          label={t('groups.agreements')}
          description={t('groups.agreementsHint')}
          dir="auto"
          autosize
          minRows={2}
          maxLength={1_500}
          value={group.agreements}
          onChange={(event) => put({ agreements: event.currentTarget.value })}
        />
        {save.error && <ErrorSentence error={save.error} />}
        <div className="row wrap">
          <Button variant="default" onClick={onCancel}>
            {t('groups.cancel')}
          </Button>
          <Button type="submit" loading={save.isRunning} disabled={!isReady}>
            {t('groups.keep')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

interface FieldsProps {
  readonly group: GroupWritten;
  readonly onPut: (part: Partial<GroupWritten>) => void;
}

function Kind({ group, onPut }: FieldsProps) {
  const t = useText();
  return (
    <>
      <NativeSelect
        label={t('groups.type')}
        value={group.type}
        data={GroupType.options.map((value) => ({ value, label: t(`groups.types.${value}`) }))}
        onChange={(event) => onPut({ type: GroupType.parse(event.currentTarget.value) })}
      />
      <LanguageSelect
        label={t('groups.language')}
        value={group.language}
        onLanguage={(language) => onPut({ language })}
      />
      <NumberInput
        label={t('groups.capacity')}
        value={group.capacity}
        min={2}
        max={40}
        allowDecimal={false}
        onChange={(next) => {
          if (next !== '') onPut({ capacity: Math.min(40, Math.max(2, Number(next))) });
        }}
      />
      <NativeSelect
        label={t('groups.peer')}
        value={group.peerLeader}
        data={PeerLeader.options.map((value) => ({ value, label: t(`groups.peerLeader.${value}`) }))}
        onChange={(event) => onPut({ peerLeader: PeerLeader.parse(event.currentTarget.value) })}
      />
      <TextInput
        label={t('groups.access')}
        placeholder={t('groups.accessHint')}
        value={group.access}
        maxLength={200}
        dir="auto"
        autoComplete="off"
        onChange={(event) => onPut({ access: event.currentTarget.value })}
      />
    </>
  );
}

function LedBy({ group, onPut }: FieldsProps) {
  const t = useText();
  const names = useRead('staffMember.names', {});
  return (
    <Checkbox.Group
      label={t('groups.facilitators')}
      value={[...group.facilitatorIds]}
      onChange={(ids) => onPut({ facilitatorIds: ids.map((id) => StaffMemberId.parse(id)) })}
    >
      <div className="group-ticks">
        {names.value?.map(({ id, name }) => (
          <Checkbox key={id} value={id} label={<span dir="auto">{name}</span>} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
