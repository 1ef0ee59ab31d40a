// A time is typed as people write it and stands there on the clock of 24 hours, whatever the computer is set to.
import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import '../helpers/screen.tsx';
import { readTime } from '../../renderer/forms/read-time.ts';
import { TimeField } from '../../renderer/forms/time-field.tsx';

it.each([
  ['20:00', '20:00'],
  ['8.30', '08:30'],
  ['1630', '16:30'],
  [' 7 05 ', '07:05'],
  ['24:00', null],
  ['12:60', null],
  ['4 pm', null],
  ['16', null],
])('reads "%s" as %s', (typed, time) => {
  expect(readTime(typed)).toBe(time);
});

function Kept() {
  const [time, setTime] = useState('09:00');
  return (
    <MantineProvider env="test">
      <TimeField label="At" value={time} onValue={setTime} />
      <output>{time}</output>
    </MantineProvider>
  );
}

it('keeps what was typed, shows it as 16:30, and keeps the time before when the words are no time', () => {
  render(<Kept />);
  const field = screen.getByLabelText('At');
  const type = (text: string): void => {
    fireEvent.change(field, { target: { value: text } });
    fireEvent.blur(field);
  };
  expect(field).not.toHaveAttribute('type', 'time');
  type('1630');
  expect(field).toHaveValue('16:30');
  expect(screen.getByRole('status')).toHaveTextContent('16:30');
  type('4 pm');
  expect(field).toHaveValue('16:30');
  type('');
  expect(screen.getByRole('status')).toHaveTextContent('');
});
