// Where the house is: what nobody compared with the law says so, own holidays are written down, a figure is put right and checked.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { nowhereYet } from '#shared/legal/place';
import { wcagViolations } from '../helpers/axe.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const answering = (change: object = {}) =>
  fakeTransport({
    'session.status': () => signedIn,
    'housePlace.get': () => ({ ...nowhereYet, revision: 0, ...change }),
    'housePlace.save': ({ basedOn: _basedOn, ...place }: { basedOn: number }) => ({ ...place, revision: 1 }),
  });
const page = '/safekeeping/place';

it('says of a list that nobody compared it with the law, and that none is known where every country has its own', async () => {
  const { user } = openScreen(answering(), page);
  expect(await screen.findByText(/No list of holidays is known here/)).toBeVisible();
  await user.selectOptions(screen.getByLabelText('Whose law holds here'), 'United States, federal law');
  expect(screen.getByText(/Nobody compared them with the law/)).toBeVisible();
  expect(screen.getAllByText(/Not compared with the law by us/).length).toBeGreaterThan(3);
  expect(screen.queryByRole('region', { name: /UK/ })).toBeNull();
  expect(await wcagViolations()).toEqual([]);
});

it('strikes a day that is none here, and keeps one of its own for every year', async () => {
  const transport = answering({ pack: 'UK' });
  const { user } = openScreen(transport, page);
  const [first] = await screen.findAllByRole('button', { name: /^Not here: .* 2026$/ });
  await user.click(first!);
  expect(screen.getByText('no holiday here')).toBeVisible();
  fireEvent.change(screen.getByLabelText('Day'), { target: { value: '2026-11-30' } });
  await user.type(screen.getByLabelText('What it is'), 'St Andrew');
  await user.click(screen.getByRole('checkbox', { name: 'Every year on this date' }));
  await user.click(screen.getByRole('button', { name: 'Add this day' }));
  await user.click(screen.getByRole('button', { name: 'Keep this' }));
  await waitFor(() => expect(transport.callsOf('housePlace.save')).toHaveLength(1));
  expect(transport.callsOf('housePlace.save')[0]).toMatchObject({
    pack: 'UK',
    own: [{ on: '2026-11-30', name: 'St Andrew', everyYear: true }],
    worked: ['2026-01-01'],
    basedOn: 0,
  });
});

it('puts a figure right, says where it was found and that it was checked; another number is not checked any more', async () => {
  const transport = answering({ pack: 'UK' });
  const { user } = openScreen(transport, page);
  const what = /UK.*Recovery|National Referral.*Recovery|recovery/i;
  const line = (await screen.findAllByRole('region')).find(
    (one) => what.test(one.getAttribute('aria-label') ?? '') && one.classList.contains('place-law'),
  )!;
  const number = within(line).getByRole('textbox', { name: line.getAttribute('aria-label')! });
  await user.clear(number);
  await user.type(number, '45');
  await user.type(within(line).getByRole('textbox', { name: /Where you found it/ }), 'Counsel');
  await user.click(within(line).getByRole('button', { name: /We checked it today/ }));
  expect(within(line).getByText(/Checked here on/)).toBeVisible();
  expect(within(line).getByText('Suggested: 30')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Keep this' }));
  await waitFor(() => expect(transport.callsOf('housePlace.save')).toHaveLength(1));
  expect(transport.callsOf('housePlace.save')[0]).toMatchObject({
    words: { 'UK_NRM.RG_POSITIVE.RECOVERY_ENDS': { amount: 45, source: 'Counsel' } },
  });
});
