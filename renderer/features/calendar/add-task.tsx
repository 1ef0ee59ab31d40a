// A task in one line: what, by which day, and if it matters at what time, for whom, about whom.
import { Button, Select, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { CaseFileId, StaffMemberId } from '#shared/ids';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { DayField } from '../../forms/day-field.tsx';
import { TimeField } from '../../forms/time-field.tsx';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { AboutCase } from './about-case.tsx';

interface AddProps {
  readonly day: string;
  readonly onDay: (day: string) => void;
}

interface Written {
  readonly words: string;
  readonly time: string;
  readonly forId: string | null;
  readonly caseFileId: string | null;
}
const nothing: Written = { words: '', time: '', forId: null, caseFileId: null };

export function AddTask({ day, onDay }: AddProps) {
  const t = useText();
  const add = useWrite('task.add');
  const [written, setWritten] = useState(nothing);
  const write = (part: Partial<Written>): void => setWritten({ ...written, ...part });
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (written.words.trim() === '' || day === '' || add.isRunning) return;
    const result = await add.run({
      words: written.words,
      dueOn: day,
      time: written.time === '' ? null : written.time,
      caseFileId: written.caseFileId === null ? null : CaseFileId.parse(written.caseFileId),
      ...(written.forId === null ? {} : { forId: StaffMemberId.parse(written.forId) }),
    });
    if (result.ok) setWritten(nothing);
  };
  return (
    <Sheet className="add-task">
      <form aria-label={t('calendar.addTitle')} onSubmit={(event) => void submit(event)}>
        <TextInput
          id="task-words"
          className="add-words"
          label={t('calendar.words')}
          maxLength={200}
          dir="auto"
          autoComplete="off"
          value={written.words}
          onChange={(event) => write({ words: event.currentTarget.value })}
        />
        <DayField id="task-day" label={t('calendar.day')} value={day} onValue={onDay} />
        <TimeField id="task-time" label={t('calendar.time')} value={written.time} onValue={(time) => write({ time })} />
        <ForWhom value={written.forId} onValue={(forId) => write({ forId })} />
        <AboutCase
          id="task-case"
          label={t('calendar.of')}
          value={written.caseFileId}
          onValue={(caseFileId) => write({ caseFileId })}
        />
        <Button
          type="submit"
          variant="default"
          loading={add.isRunning}
          disabled={written.words.trim() === '' || day === ''}
        >
          {t('calendar.add')}
        </Button>
      </form>
      {add.error && <ErrorSentence error={add.error} />}
    </Sheet>
  );
}

interface PickProps {
  readonly value: string | null;
  readonly onValue: (value: string | null) => void;
}

function ForWhom({ value, onValue }: PickProps) {
  const t = useText();
  const { id: me } = useSession().person;
  const people = useRead('task.people', {});
  return (
    <Select
      id="task-for"
      label={t('calendar.for')}
      searchable
      allowDeselect={false}
      data={(people.value ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? me}
      onChange={onValue}
    />
  );
}
