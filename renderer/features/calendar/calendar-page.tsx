// Calendar and tasks: what is due, day by day or as a week, mine or everybody's, and a task added in one line.
import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Whose } from '#shared/records/calendar';
import { useRead } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, longDay } from '../../dates.ts';
import { useMay } from '../../session/use-may.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { AddTask } from './add-task.tsx';
import { DayByDay } from './day-by-day.tsx';
import { Settled, useSettling } from './settling.tsx';
import { WeekView } from './week-view.tsx';
import './calendar.css';

const views = ['agenda', 'week'] as const;

export function CalendarPage() {
  const t = useText();
  const [view, setView] = useState<(typeof views)[number]>('agenda');
  const [whose, setWhose] = useState<Whose>('mine');
  const [day, setDay] = useState(dateOf(now()));
  const settling = useSettling();
  return (
    <>
      <PageHead
        title={t('shell.calendar')}
        fact={longDay(now())}
        actions={
          <>
            <Button variant="default" component={Link} href="/calendar/rooms">
              {t('calendar.rooms')}
            </Button>
            <WhoseSelect whose={whose} onWhose={setWhose} />
            <SegmentedControl
              aria-label={t('calendar.show')}
              value={view}
              onChange={(value) => setView(views.find((one) => one === value) ?? 'agenda')}
              data={views.map((value) => ({ value, label: t(`calendar.${value}`) }))}
            />
          </>
        }
      />
      <div className="stack">
        <div>
          <AddTask day={day} onDay={setDay} />
          <Settled settling={settling} />
        </div>
        {view === 'agenda' ? (
          <DayByDay whose={whose} settling={settling} />
        ) : (
          <WeekView whose={whose} day={day} onDay={setDay} settling={settling} />
        )}
      </div>
    </>
  );
}

function WhoseSelect({ whose, onWhose }: { whose: Whose; onWhose: (whose: Whose) => void }) {
  const t = useText();
  const { id: me } = useSession().person;
  const leadsCases = useMay('caseFile.list');
  const people = useRead('task.people', {}, { enabled: leadsCases });
  const others = (people.value ?? []).filter(({ id }) => id !== me);
  return (
    <NativeSelect
      aria-label={t('calendar.whose')}
      value={whose}
      data={[
        { value: 'mine', label: t('calendar.mine') },
        { value: 'all', label: t('calendar.all') },
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={({ currentTarget: { value } }) =>
        onWhose(value === 'mine' || value === 'all' ? value : (others.find(({ id }) => id === value)?.id ?? 'mine'))
      }
    />
  );
}
