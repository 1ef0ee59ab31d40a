import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';
import { countServices, type StoredService } from '#shared/records/service';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const ride: StoredService = {
  ...mark(3),
  id: RecordId.parse('01920000-0000-7000-8000-0000000000f1'),
  caseFileId: CaseFileId.parse(ids.heron),
  on: '2026-11-22',
  code: 'TRANSPORT',
  amount: { in: 'MINUTES', count: 40 },
  staffId: StaffMemberId.parse(ids.ana),
  staff: { id: StaffMemberId.parse(ids.ana), name: 'Ana' },
  siteAlias: 'Garden',
  fundingTag: '',
  isStruck: false,
};
const answering = (services: readonly StoredService[] = [ride]) =>
  fakeTransport({
    ...caseAnswers,
    'service.month': ({ month = '2026-11' }: { month?: string }) => ({
      months: [{ month: '2026-11', times: 1 }],
      month,
      services,
      counts: countServices(services),
    }),
    'service.log': () => ride,
    'service.correct': () => ride,
  });

describe('the service log', () => {
  it('keeps a service in two presses from the case', async () => {
    const transport = answering();
    const { user } = openScreen(transport, `/cases/${ids.heron}`);
    await user.click(await screen.findByRole('link', { name: 'Record' }));
    await user.click(await screen.findByRole('button', { name: 'Food' }));
    await waitFor(() =>
      expect(transport.callsOf('service.log')).toEqual([
        { caseFileId: ids.heron, code: 'FOOD', amount: null, siteAlias: '', fundingTag: '' },
      ]),
    );
  });

  it('lists a month with its counts', async () => {
    openScreen(answering(), `/cases/${ids.heron}/services`);
    const list = within(await screen.findByRole('region', { name: 'Services given' }));
    expect(list.getByText('40 minutes, Garden, Ana')).toBeVisible();
    expect(within(screen.getByRole('region', { name: 'In this month' })).getByText('1 time')).toBeVisible();
  });

  it('says what to do in a month without a line', async () => {
    openScreen(answering([]), `/cases/${ids.heron}/services`);
    expect(await screen.findByText('Nothing was logged in this month.')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'In this month' })).toBeNull();
  });

  it('puts a line right on the revision that was read', async () => {
    const transport = answering();
    const { user } = openScreen(transport, `/cases/${ids.heron}/services`);
    await user.click(await screen.findByRole('button', { name: /^Put right: Transport/ }));
    fireEvent.change(screen.getByLabelText('On which day'), { target: { value: '2026-11-21' } });
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    await waitFor(() =>
      expect(transport.callsOf('service.correct')).toMatchObject([
        { serviceId: ride.id, basedOn: 3, service: { on: '2026-11-21', code: 'TRANSPORT', isStruck: false } },
      ]),
    );
    expect(await screen.findByRole('region', { name: 'Given today' })).toBeVisible();
  });
});
