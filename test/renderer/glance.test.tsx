// How things stand: numbers that lead to their pages, pictures with their tables, and calm words where there is nothing.
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Glance } from '#shared/records/glance';
import { wcagViolations } from '../helpers/axe.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const HOUSE: Glance = {
  scope: 'HOUSE',
  beds: [
    { state: 'TAKEN', count: 8 },
    { state: 'HELD', count: 1 },
    { state: 'FREE', count: 3 },
  ],
  weeks: [
    { from: '2026-11-16', taken: 0, available: 0 },
    { from: '2026-11-23', taken: 63, available: 84 },
  ],
  openNeeds: 7,
  lateNeeds: 2,
  needs: [
    { domain: 'HEALTH', open: 5, late: 2 },
    { domain: 'PRACTICAL', open: 2, late: 0 },
  ],
  lateReviews: 1,
  missingCourses: 4,
};
const open = (glance: Glance, status: object = signedIn) =>
  openScreen(fakeTransport({ 'session.status': () => status, 'glance.get': () => glance }), '/glance');
const tile = (name: RegExp) => screen.findByRole('link', { name });

it('leads from each number to the page that says more', async () => {
  open(HOUSE);
  const ways = [
    [/^Beds free tonight ?3 ?of 12, 1 held$/, '/house'],
    [/^Needs that wait ?7 ?2 of them late$/, '/needs'],
    [/^Plans to look at again ?1 ?their day is past$/, '/calendar'],
    [/^Courses missing ?4 ?of everybody/, '/team'],
    [/^Days since a backup/, '/safekeeping'],
  ] as const;
  for (const [name, path] of ways) expect(await tile(name)).toHaveAttribute('href', path);
  expect(await wcagViolations()).toEqual([]);
});

it('has a table for every picture, with the same numbers', async () => {
  const { user } = open(HOUSE);
  for (const summary of await screen.findAllByText('The same as a table')) await user.click(summary);
  const rows = (table: HTMLElement) =>
    within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent);
  const [needs, nights] = screen.getAllByRole('table');
  expect(rows(needs!)).toEqual(['Health52', 'Everyday things20']);
  expect(rows(nights!)).toEqual(['16 Nov00', '23 Nov6384']);
  expect(screen.getByText('75 %')).toBeInTheDocument();
  expect(await wcagViolations()).toEqual([]);
});

it('says calmly that nothing is there yet', async () => {
  open({ ...HOUSE, beds: [], weeks: [], openNeeds: 0, lateNeeds: 0, needs: [], lateReviews: 0, missingCourses: 0 });
  expect(await screen.findByText('Nobody is waiting for anything.')).toBeVisible();
  expect(screen.getByText('No bed is drawn yet.')).toBeVisible();
  expect(await tile(/no bed is drawn yet/)).toBeVisible();
});

it('shows house staff no picture of what needs are about', async () => {
  const status = { ...signedIn, person: { ...signedIn.person, role: 'house-staff' } };
  open({ ...HOUSE, scope: 'HERS', needs: [], weeks: [], lateReviews: null }, status);
  expect(await tile(/^Needs that wait/)).toBeVisible();
  expect(screen.queryByText('What the needs are about')).toBeNull();
  expect(screen.queryByText('Plans to look at again')).toBeNull();
});
