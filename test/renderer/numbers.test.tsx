// Numbers on the screen: hidden ones said in words, a table given out or refused with the way on, exact ones asked once more.
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Role } from '#shared/contract/operation';
import type { Figures } from '#shared/records/statistics';
import { wcagViolations } from '../helpers/axe.ts';
import { mark } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const id = '01920000-0000-7000-8000-0000000000f1';
const row = (of: string, cell: number | 'FEW' | 'HIDDEN', share: number | null = null) => ({
  ...{ of: [of], cells: [cell], share, total: null },
});
const table = (name: string, rows: ReturnType<typeof row>[], total: number | 'FEW' | null = null) => ({
  ...{ id: name, columns: null, rows, columnTotals: null, total, isWithheld: false, median: null },
});
const figures = (change: Partial<Figures> = {}): Figures => ({
  tables: [
    table('TURN', [row('NEW', 'FEW'), row('CONTINUING', 20, 80)], 25),
    table('GENDER', [row('FEMALE', 'HIDDEN'), row('MALE', 14), row('OTHER', 'HIDDEN'), row('NOT_RECORDED', 0)], 26),
    table('SERVICES', [row('FOOD', 25), row('DENTAL', 'FEW')]),
    table('LEFT', [row('GOALS_MET', 0)], 0),
  ],
  notes: ['ROUNDED_ROWS', 'HIDDEN_CELLS', 'REFUSED'],
  smallCells: 2,
  refusal: null,
  ...change,
});
const issued = {
  ...mark(1),
  ...{ id, period: '2026-Q1', who: 'EVERYONE', set: 'OURS', audience: 'FUNDER', mode: 'ROUNDED', threshold: 5 },
  ...{ tables: figures().tables, notes: figures().notes, copies: 1 },
} as const;

const answering = (change: Partial<Figures> = {}, role: Role = 'director') =>
  fakeTransport({
    'session.status': () => ({ ...signedIn, person: { ...signedIn.person, role } }),
    'statistics.show': () => figures(change),
    'statistics.issued': () => [issued],
    'statistics.get': () => issued,
    'statistics.issue': () => issued,
    'statistics.printed': () => ({ ...issued, copies: 2 }),
    'statistics.save': () => ({ fileName: 'table-2026-Q1-0000f1.csv', sha256: 'ab', stick: 'safe-to-remove' }),
  });

it('shows what may be shown, and says of the rest why not', async () => {
  openScreen(answering(), '/numbers');
  const gender = await screen.findByRole('table', { name: 'By gender' });
  expect(within(gender).getAllByRole('cell', { name: 'not shown' })).toHaveLength(2);
  expect(within(gender).getAllByTitle(/cannot be worked out/)).toHaveLength(2);
  const turn = screen.getByRole('table', { name: 'People who were helped' });
  expect(within(turn).getByRole('cell', { name: 'fewer than 5' })).toHaveAttribute(
    'title',
    expect.stringMatching(/At least one/),
  );
  expect(within(turn).getByRole('cell', { name: '80 %' })).toBeVisible();
  const nobody = screen.getByRole('region', { name: 'Nobody stands in these' });
  expect(within(nobody).getByText('People who moved out or ended')).toBeVisible();
  expect(screen.getByText(/Rows need not add up/)).toBeVisible();
  expect(await wcagViolations()).toEqual([]);
});

it('a table is given out as it is shown, and opens as the paper it is', async () => {
  const transport = answering();
  const { user } = openScreen(transport, '/numbers');
  await user.click(await screen.findByRole('button', { name: 'Give these out' }));
  expect(await screen.findByRole('heading', { name: /January to March 2026/, level: 1 })).toBeVisible();
  expect(transport.callsOf('statistics.issue')).toMatchObject([
    { audience: 'FUNDER', mode: 'ROUNDED', warnedOf: null },
  ]);
});

it('is written down before it is printed', async () => {
  const printed: string[] = [];
  const before = window.print;
  window.print = () => void printed.push('paper');
  const transport = answering();
  const { user } = openScreen(transport, `/numbers/given/${id}`);
  await user.click(await screen.findByRole('button', { name: 'Print' }));
  await waitFor(() => expect(printed).toEqual(['paper']));
  expect(transport.callsOf('statistics.printed')).toEqual([{ id }]);
  expect(await wcagViolations()).toEqual([]);
  window.print = before;
});

it('what is refused says why, and leads to the table that stands in the way', async () => {
  openScreen(answering({ refusal: { rule: 'figures-differ', issuedId: id as never } }), '/numbers');
  expect(await screen.findByText(/would tell of a few people/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Open that table' })).toHaveAttribute('href', `/numbers/given/${id}`);
  expect(screen.queryByRole('button', { name: 'Give these out' })).toBeNull();
});

it('exact numbers: for the office they are marked and not given; for a funder the small ones are named first', async () => {
  const tables = [table('TURN', [row('NEW', 3), row('CONTINUING', 20)], 23)];
  const transport = answering({ tables, notes: ['REFUSED'], smallCells: 1 });
  const { user } = openScreen(transport, '/numbers');
  await user.click(await screen.findByRole('radio', { name: 'For us' }));
  expect(await screen.findByText('For this office only. Do not pass it on.')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Give/ })).toBeNull();
  await user.click(screen.getByRole('radio', { name: 'For a funder' }));
  await user.selectOptions(screen.getByLabelText('How numbers are shown'), 'Exact, every number');
  await user.click(await screen.findByRole('button', { name: 'Give exact numbers to this funder' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('People who were helped · New to us · 3')).toBeVisible();
  expect(within(dialog).getByText(/A list of people is never given/)).toBeVisible();
  expect(transport.callsOf('statistics.issue')).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Give exact numbers' }));
  await waitFor(() => expect(transport.callsOf('statistics.issue')).toMatchObject([{ mode: 'EXACT', warnedOf: 1 }]));
});

it('for REPORTS there is nothing exact to choose, and no list of people: what the law says stands instead', async () => {
  const { user } = openScreen(answering({}, 'reports'), '/numbers');
  await screen.findByRole('table', { name: 'By gender' });
  expect(screen.queryByRole('radio', { name: 'For us' })).toBeNull();
  expect(
    within(screen.getByLabelText('How numbers are shown')).queryByRole('option', { name: /every number/ }),
  ).toBeNull();
  await user.click(screen.getByRole('link', { name: 'A funder asks for a list of people' }));
  expect(await screen.findByText(/34 USC 12291\(b\)\(2\)/)).toBeVisible();
  expect(screen.getByRole('table', { name: 'How we cover a record' })).toBeVisible();
  expect(await wcagViolations()).toEqual([]);
});
