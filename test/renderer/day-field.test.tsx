// A near day is typed as people write it and stands there with its month as a word.
import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import '../helpers/screen.tsx';
import { DayField } from '../../renderer/forms/day-field.tsx';
import { readDay } from '../../renderer/forms/read-day.ts';

it.each([
  ['2 May 2026', '2026-05-02'],
  ['2 may', '2026-05-02'],
  ['30 Sept.', '2026-09-30'],
  ['2.5.2026', '2026-05-02'],
  ['02/05/2026', '2026-05-02'],
  ['2026-05-02', '2026-05-02'],
  [' 14 August 2027 ', '2027-08-14'],
  // Half a year back at most: in December "3 January" is the next one, "20 November" the last.
  ['3 January', '2026-01-03'],
  ['31 February 2026', null],
  ['May', null],
  ['next week', null],
  ['2 Ma', null],
])('reads "%s" as %s', (text, day) => {
  expect(readDay(text, '2026-05-01')).toBe(day);
});

it('takes the next such day when the one of this year is long past', () => {
  expect(readDay('3 January', '2026-12-01')).toBe('2027-01-03');
  expect(readDay('20 November', '2026-12-01')).toBe('2026-11-20');
});

function Kept() {
  const [day, setDay] = useState('2026-05-02');
  return (
    <MantineProvider env="test">
      <DayField label="By when" value={day} onValue={setDay} />
      <output>{day}</output>
    </MantineProvider>
  );
}

it('shows the month as a word, keeps what was typed, and keeps the day before when the words are no day', () => {
  render(<Kept />);
  const field = screen.getByLabelText('By when');
  const type = (text: string): void => {
    fireEvent.focus(field);
    fireEvent.change(field, { target: { value: text } });
    fireEvent.blur(field);
  };
  expect(field).toHaveValue('2 May 2026');
  type('');
  expect(screen.getByRole('status')).toHaveTextContent('');
  type('9 june 2026');
  expect(field).toHaveValue('9 June 2026');
  expect(screen.getByRole('status')).toHaveTextContent('2026-06-09');
  type('9 June or so');
  expect(field).toHaveValue('9 June 2026');
  fireEvent.focus(field);
  fireEvent.click(screen.getByRole('button', { name: 'The month after' }));
  fireEvent.click(screen.getByRole('button', { name: '4 July 2026' }));
  expect(field).toHaveValue('4 July 2026');
});
