// What came out over time, one screen at a time: the picture and, below it, the table that says the same and more.
import { Menu, Select, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { InstrumentId } from '#shared/instruments/instrument-definition';
import { newestInstrument, publishedInstruments } from '#shared/instruments/published';
import type { ScreeningRow, ScreeningsOfCase } from '#shared/records/screening';
import { useWrite } from '../../api/use-vault.ts';
import { fullDate, monthDay } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconMore } from '../../ui/icons.ts';
import { LineChart } from '../../ui/line-chart.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { resultPath } from './places.ts';
import { resultWords } from './result-words.ts';

export function OverTime({ screens }: { screens: ScreeningsOfCase }) {
  const t = useText();
  const [chosen, setChosen] = useState<InstrumentId | null>(null);
  const [leaving, setLeaving] = useState<ScreeningRow | null>(null);
  const id = chosen ?? screens.rows[0]?.instrumentId;
  if (id === undefined) {
    return (
      <Sheet title={t('wellbeing.overTime')}>
        <p className="dim">{t('wellbeing.noneYet')}</p>
      </Sheet>
    );
  }
  const rows = screens.rows.filter((row) => row.instrumentId === id);
  const known = publishedInstruments.filter((one) => screens.rows.some((row) => row.instrumentId === one.id));
  return (
    <Sheet title={t('wellbeing.overTime')}>
      <div className="stack">
        {known.length > 1 && (
          <Select
            aria-label={t('wellbeing.which')}
            allowDeselect={false}
            data={known.map((one) => ({ value: one.id, label: one.name }))}
            value={id}
            onChange={(value) => setChosen(value)}
          />
        )}
        <Chart id={id} rows={rows} />
        <table className="twin">
          <caption>{newestInstrument(id).name}</caption>
          <thead>
            <tr>
              <th scope="col">{t('wellbeing.day')}</th>
              <th scope="col">{t('wellbeing.came')}</th>
              <th scope="col">{t('wellbeing.by')}</th>
              <th scope="col" className="twin-act">
                <span className="vh">{t('wellbeing.moreHead')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{fullDate(row.doneOn)}</th>
                <td>
                  {resultWords(t, row.result)}
                  {row.setAside && <span className="small dim set-aside">{t('wellbeing.setAsideWord')}</span>}
                </td>
                <td>{row.savedBy?.name}</td>
                <td className="twin-act">
                  <RowMenu row={row} mayScreen={screens.mayScreen} onSetAside={() => setLeaving(row)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {leaving && <SetAside row={leaving} onClose={() => setLeaving(null)} />}
      </div>
    </Sheet>
  );
}

function Chart({ id, rows }: { id: InstrumentId; rows: readonly ScreeningRow[] }) {
  const t = useText();
  const totals = rows
    .toReversed()
    .flatMap(({ doneOn, result, setAside }) =>
      result.kind === 'total' && !setAside ? [{ day: doneOn, value: result.total, result }] : [],
    );
  const [first, last] = [totals[0], totals.at(-1)];
  if (first === undefined || last === undefined || totals.length < 2) return null;
  const { cut, max } = last.result;
  return (
    <LineChart
      label={t('wellbeing.chartLabel', {
        name: newestInstrument(id).name,
        count: totals.length,
        first: fullDate(first.day),
        last: fullDate(last.day),
      })}
      points={totals}
      max={max}
      mark={{ value: cut, word: t('wellbeing.chartCut', { cut }) }}
      dayWords={monthDay}
    />
  );
}

interface RowMenuProps {
  readonly row: ScreeningRow;
  readonly mayScreen: boolean;
  readonly onSetAside: () => void;
}

function RowMenu({ row, mayScreen, onSetAside }: RowMenuProps) {
  const t = useText();
  const [, navigate] = useLocation();
  const name = newestInstrument(row.instrumentId).name;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton className="row-more" aria-label={t('wellbeing.more', { name, day: fullDate(row.doneOn) })}>
          <IconMore size={18} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => navigate(resultPath(row.caseFileId, row.id))}>{t('wellbeing.see')}</Menu.Item>
        {mayScreen && !row.setAside && row.step?.isOpen !== true && (
          <Menu.Item onClick={onSetAside}>{t('wellbeing.setAside')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function SetAside({ row, onClose }: { row: ScreeningRow; onClose: () => void }) {
  const t = useText();
  const setAside = useWrite('screening.setAside');
  const put = async (): Promise<void> => {
    if ((await setAside.run({ screeningId: row.id, basedOn: row.revision })).ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      question={t('wellbeing.setAsideAsk')}
      cancel={t('wellbeing.setAsideCancel')}
      confirm={t('wellbeing.setAsideDo')}
      isRunning={setAside.isRunning}
      onCancel={onClose}
      onConfirm={() => void put()}
    >
      <p>{t('wellbeing.setAsideSays')}</p>
      {setAside.error && <ErrorSentence error={setAside.error} />}
    </ConfirmDialog>
  );
}
