// Today tells of a file that was cut off: whose case, since when, and what to look for on the stick.
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const file = {
  id: '01920000-0000-7000-8000-0000000000f7',
  of: { caseFileId: ids.heron, nameUsed: 'Heron', caseNumber: '7K2-F9Q' },
  begunAt: Date.parse('2026-05-04T14:02:00Z'),
  fileName: 'r-7k2mq4xz.age',
};
const open = (unfinished: readonly (typeof file)[]) =>
  openScreen(
    fakeTransport({
      ...caseAnswers,
      'session.status': () => signedIn,
      'today.get': () => ({ ...caseAnswers['today.get'](), unfinished }),
    }),
    '/today',
  );

it('names the case, the moment and the file, and leads to where it is written down', async () => {
  open([file]);
  const sheet = within(await screen.findByRole('region', { name: 'Begun and not ended' }));
  expect(sheet.getByText(/^r-7k2mq4xz\.age, begun /)).toBeVisible();
  expect(sheet.getByRole('link', { name: 'Heron' })).toHaveAttribute('href', expect.stringContaining('/consents'));
  expect(await wcagViolations()).toEqual([]);
});

it('says nothing when nothing was cut off', async () => {
  open([]);
  expect(await screen.findByRole('heading', { name: 'Today' })).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Begun and not ended' })).toBeNull();
});
