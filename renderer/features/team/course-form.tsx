// A course: what it is about, how long it takes and counts, and from whom it is asked.
import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { Role } from '#shared/contract/operation';
import { type Course, DATA_COURSE, MINORS_COURSE } from '#shared/records/course';
import { useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { toHalf } from './completion-form.tsx';
import { coreName, courseName } from './team-words.ts';

interface CourseFormProps {
  /** Null for a new one. */
  readonly course: Course | null;
  readonly basedOn: number;
  readonly onDone: () => void;
}
type Typed = Omit<Course, 'code'>;
const newCourse: Typed = { topic: '', hours: 1, renewMonths: 12, mandatoryFor: [] };

export function CourseForm({ course, basedOn, onDone }: CourseFormProps) {
  const t = useText();
  const save = useWrite('course.save');
  const [typed, setTyped] = useState<Typed>(() => (course === null ? newCourse : withoutCode(course)));
  const put = (change: Partial<Typed>): void => setTyped({ ...typed, ...change });
  const core = course === null ? '' : coreName(t, course.code);
  const isNamed = typed.topic.trim() !== '' || core !== '';
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!isNamed || save.isRunning) return;
    if ((await save.run({ basedOn, code: course?.code ?? null, ...typed })).ok) onDone();
  };
  return (
    <Sheet title={course === null ? t('team.addCourse') : courseName(t, course)}>
      <form className="team-form" onSubmit={(event) => void submit(event)}>
        <div className="team-fields">
          <TextInput
            label={t('team.topic')}
            {...(core === '' ? {} : { description: t('team.topicHint', { name: core }) })}
            value={typed.topic}
            maxLength={120}
            autoFocus
            autoComplete="off"
            dir="auto"
            onChange={(event) => put({ topic: event.currentTarget.value })}
          />
          <NumberInput
            label={t('team.hours')}
            value={typed.hours}
            min={0}
            max={400}
            step={0.5}
            onChange={(value) => put({ hours: toHalf(Number(value)) })}
          />
          <NumberInput
            label={t('team.renewMonths')}
            description={t('team.renewHint')}
            value={typed.renewMonths ?? ''}
            min={1}
            max={120}
            allowDecimal={false}
            onChange={(value) => put({ renewMonths: value === '' ? null : Math.min(120, Math.max(1, Number(value))) })}
          />
        </div>
        <Checkbox.Group
          label={t('team.mandatoryFor')}
          value={typed.mandatoryFor}
          onChange={(roles) => put({ mandatoryFor: Role.options.filter((role) => roles.includes(role)) })}
        >
          <div className="team-roles">
            {Role.options.map((role) => (
              <Checkbox key={role} value={role} label={t(`safekeeping.role.${role}`)} />
            ))}
          </div>
        </Checkbox.Group>
        {save.error && <ErrorSentence error={save.error} />}
        <div className="row wrap">
          <Button variant="default" onClick={onDone}>
            {t('team.cancel')}
          </Button>
          <Button type="submit" loading={save.isRunning} disabled={!isNamed}>
            {t('team.keepCourse')}
          </Button>
          {course !== null && course.code !== DATA_COURSE && course.code !== MINORS_COURSE && (
            <DropCourse course={course} basedOn={basedOn} onDone={onDone} />
          )}
        </div>
      </form>
    </Sheet>
  );
}

const withoutCode = ({ code: _code, ...typed }: Course): Typed => typed;

function DropCourse({ course, basedOn, onDone }: { course: Course; basedOn: number; onDone: () => void }) {
  const t = useText();
  const drop = useWrite('course.drop');
  const [isAsking, setAsking] = useState(false);
  const go = async (): Promise<void> => {
    if ((await drop.run({ basedOn, code: course.code })).ok) onDone();
  };
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('team.dropCourse')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        question={t('team.dropAsk', { name: courseName(t, course) })}
        cancel={t('team.dropKeep')}
        confirm={t('team.dropCourse')}
        isRunning={drop.isRunning}
        onCancel={() => setAsking(false)}
        onConfirm={() => void go()}
      >
        <p>{t('team.dropSays')}</p>
        {drop.error && <ErrorSentence error={drop.error} />}
      </ConfirmDialog>
    </>
  );
}
