// The courses of the house: what each asks for and from whom, changed and added to here.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { Role } from '#shared/contract/operation';
import { type Course, DATA_COURSE, MINORS_COURSE } from '#shared/records/course';
import type { Translate } from '#shared/text/language';
import { useRead } from '../../api/use-vault.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { CourseForm } from './course-form.tsx';
import { courseName } from './team-words.ts';
import './team.css';

export function CoursesPage() {
  const t = useText();
  const found = useRead('course.list', {});
  const mayChange = useMay('course.save');
  const [open, setOpen] = useState<string | null>(null);
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const { courses, revision } = found.value;
  const course = courses.find(({ code }) => code === open) ?? null;
  return (
    <>
      <PageHead
        title={t('team.courses')}
        fact={t('team.coursesFact')}
        actions={mayChange && open === null && <Button onClick={() => setOpen('new')}>{t('team.addCourse')}</Button>}
      />
      <p className="team-back">
        <Link href="/team">{t('team.back')}</Link>
      </p>
      <div className="stack">
        {open !== null && <CourseForm key={open} course={course} basedOn={revision} onDone={() => setOpen(null)} />}
        <Sheet flush>
          <Rows label={t('team.courses')}>
            {courses.map((one) => (
              <CourseRow key={one.code} course={one} {...(mayChange ? { onChange: () => setOpen(one.code) } : {})} />
            ))}
          </Rows>
        </Sheet>
        <p className="small dim">{t('team.coursesOther')}</p>
      </div>
    </>
  );
}

function CourseRow({ course, onChange }: { course: Course; onChange?: () => void }) {
  const t = useText();
  const name = courseName(t, course);
  return (
    <li className="wrap">
      <span className="grow team-person">
        <b dir="auto">{name}</b>
        <span className="small dim">{factsOf(t, course).join(' · ')}</span>
        {course.code === 'TRAUMA' && <span className="small dim">{t('team.says.TRAUMA')}</span>}
      </span>
      {onChange && (
        <Button size="compact-md" variant="default" aria-label={t('team.changeCourseOf', { name })} onClick={onChange}>
          {t('team.changeCourse')}
        </Button>
      )}
    </li>
  );
}

function factsOf(t: Translate, { code, hours, renewMonths, mandatoryFor }: Course): string[] {
  const roles = Role.options
    .filter((role) => mandatoryFor.includes(role))
    .map((role) => t(`safekeeping.role.${role}`))
    .join(', ');
  return [
    t('team.hoursOf', { count: hours }),
    renewMonths === null ? t('team.forGood') : t('team.months', { count: renewMonths }),
    askedWords(t, mandatoryFor.length, roles),
    ...(code === DATA_COURSE ? [t('team.opensRecords')] : []),
    ...(code === MINORS_COURSE ? [t('team.opensMinors')] : []),
  ];
}

function askedWords(t: Translate, count: number, roles: string): string {
  if (count === 0) return t('team.askedOfNobody');
  return count === Role.options.length ? t('team.askedOfAll') : t('team.askedOf', { roles });
}
