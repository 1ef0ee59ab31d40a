// Writes down a course that somebody has done. The hours are the course's own until they are changed.
import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { StaffMemberId } from '#shared/ids';
import type { Course } from '#shared/records/course';
import { useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Ok } from '../../ui/status-words.tsx';
import { courseName } from './team-words.ts';

interface CompletionFormProps {
  readonly staffMemberId: StaffMemberId;
  readonly courses: readonly Course[];
}
const nothing = { courseCode: '', hours: 1, provider: '', evidence: '' };

export function CompletionForm({ staffMemberId, courses }: CompletionFormProps) {
  const t = useText();
  const complete = useWrite('training.complete');
  const [typed, setTyped] = useState({ ...nothing, on: dateOf(now()) });
  const [isKept, setKept] = useState(false);
  const put = (change: Partial<typeof typed>): void => setTyped({ ...typed, ...change });
  const choose = (code: string | null): void => {
    const course = courses.find((one) => one.code === code);
    if (course) put({ courseCode: course.code, hours: course.hours });
    setKept(false);
  };
  const isWhole = typed.courseCode !== '' && typed.on !== '';
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!isWhole || complete.isRunning) return;
    if (!(await complete.run({ staffMemberId, ...typed })).ok) return;
    setTyped({ ...nothing, on: typed.on });
    setKept(true);
  };
  return (
    <Sheet title={t('team.writeDown')}>
      <form className="team-form" onSubmit={(event) => void submit(event)}>
        <div className="team-fields">
          <Select
            label={t('team.which')}
            data={courses.map((course) => ({ value: course.code, label: courseName(t, course) }))}
            value={typed.courseCode === '' ? null : typed.courseCode}
            onChange={choose}
          />
          <DayField label={t('team.on')} value={typed.on} latest={dateOf(now())} onValue={(on) => put({ on })} />
          <NumberInput
            label={t('team.hours')}
            value={typed.hours}
            min={0}
            max={400}
            step={0.5}
            onChange={(value) => put({ hours: toHalf(Number(value)) })}
          />
          {(['provider', 'evidence'] as const).map((name) => (
            <TextInput
              key={name}
              label={t(`team.${name}`)}
              {...(name === 'evidence' ? { placeholder: t('team.evidenceHint') } : {})}
              value={typed[name]}
              maxLength={name === 'provider' ? 120 : 200}
              autoComplete="off"
              dir="auto"
              onChange={(event) => put({ [name]: event.currentTarget.value })}
            />
          ))}
        </div>
        {complete.error && <ErrorSentence error={complete.error} />}
        <div className="row wrap">
          <Button type="submit" loading={complete.isRunning} disabled={!isWhole}>
            {t('team.keepLine')}
          </Button>
          <span role="status">{isKept && <Ok>{t('team.kept')}</Ok>}</span>
        </div>
      </form>
    </Sheet>
  );
}

/** Hours are kept in halves, from none to 400. */
export const toHalf = (hours: number): number => Math.min(400, Math.max(0, Math.round(hours * 2) / 2));
