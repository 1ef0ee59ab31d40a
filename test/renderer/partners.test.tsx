import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PartnerAgencyId, type PartnerAgencySummary, type StoredPartnerAgency } from '#shared/records/partner-agency';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { openScreen } from '../helpers/screen.tsx';

const clinic = PartnerAgencyId.parse('01920000-0000-7000-8000-0000000000e2');
const office = PartnerAgencyId.parse('01920000-0000-7000-8000-0000000000e3');
const summary = (change: Partial<PartnerAgencySummary> = {}): PartnerAgencySummary => ({
  ...{ id: clinic, name: 'Clinic A', types: ['HEALTH'], lastVerifiedOn: null, hasKey: false },
  ...{ services: ['Dental care'], area: 'Harbour side', languages: ['Spanish'], sharesWithAuthorities: 'NO' },
  ...change,
});
const both = [
  summary(),
  summary({
    id: office,
    name: 'The office',
    types: ['IMMIGRATION'],
    services: [],
    languages: ['Français'],
    sharesWithAuthorities: 'YES',
  }),
];
const agency: StoredPartnerAgency = {
  ...mark(3),
  ...summary(),
  ...{ notes: '', contacts: [{ name: 'Rosa', role: 'Dental nurse', phone: '0155 0200' }], hours: 'Weekdays', cost: '' },
  ...{
    eligibility: '',
    asksStatus: 'UNKNOWN',
    access: [],
    vettedOn: null,
    recipient: null,
    moreRecipients: [],
    earlierRecipients: [],
  },
  ...{ addressRevision: 1, feedback: null },
} as unknown as StoredPartnerAgency;
const answering = (more: Parameters<typeof fakeTransport>[0] = {}) => {
  const { hasKey: _key, ...stored } = agency as StoredPartnerAgency & { hasKey: boolean };
  return fakeTransport({
    ...caseAnswers,
    'partnerAgency.list': () => both,
    'partnerAgency.get': () => stored,
    'partnerAgency.save': () => stored,
    'agreement.list': () => [],
    'partnerMeeting.list': () => [],
    ...more,
  });
};

describe('the directory of agencies', () => {
  it('is narrowed by what an agency does, where, and in which language, and says which one shares', async () => {
    const { user } = openScreen(answering(), '/partners');
    const rows = () => within(screen.getByRole('list', { name: 'Partners and sharing' })).queryAllByRole('link');
    await screen.findByText('Shares with police or immigration');
    expect(rows().map(({ textContent }) => textContent)).toEqual(['Clinic A', 'The office']);
    expect(await wcagViolations()).toEqual([]);
    await user.type(screen.getByLabelText('Find by name, service or area'), 'harbour DENTAL');
    expect(rows().map(({ textContent }) => textContent)).toEqual(['Clinic A']);
    await user.clear(screen.getByLabelText('Find by name, service or area'));
    await user.selectOptions(screen.getByLabelText('Language'), 'Français');
    expect(rows().map(({ textContent }) => textContent)).toEqual(['The office']);
    await user.selectOptions(screen.getByLabelText('Kind'), 'Health');
    expect(screen.getByText('No agency fits this.')).toBeVisible();
  });
});

describe('one agency', () => {
  const path = `/partners/${clinic}`;

  it('says what it does, and one press says that all of it is still right', async () => {
    const transport = answering();
    const { user } = openScreen(transport, path);
    expect(await screen.findByText('Rosa, Dental nurse, 0155 0200')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Looked at today: all is right' }));
    const [request] = transport.callsOf('partnerAgency.save') as { details: Record<string, unknown> }[];
    expect(request!.details).toMatchObject({ services: ['Dental care'], hours: 'Weekdays' });
    expect(request!.details['lastVerifiedOn']).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('keeps lists as they are written, with commas', async () => {
    const transport = answering();
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Change' }));
    await user.clear(screen.getByLabelText('Languages'));
    await user.type(screen.getByLabelText('Languages'), 'Spanish, , Tigrinya ');
    await user.click(screen.getByRole('button', { name: 'Keep this agency' }));
    await waitFor(() =>
      expect(transport.callsOf('partnerAgency.save')).toMatchObject([
        { basedOn: 3, details: { languages: ['Spanish', 'Tigrinya'] } },
      ]),
    );
  });

  it('shows nothing of a confidential address until a reason was given', async () => {
    const transport = answering({ 'partnerAgency.openAddress': () => ({ words: '7 Quillwort Lane', revision: 1 }) });
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Open: Confidential address' }));
    expect(document.body.textContent).not.toContain('Quillwort');
    await user.type(screen.getByLabelText('Why do you open this?'), 'She goes there tonight');
    await user.click(screen.getByRole('button', { name: /^Open for/ }));
    expect(await screen.findByDisplayValue('7 Quillwort Lane')).toBeVisible();
    expect(transport.callsOf('partnerAgency.openAddress')).toEqual([
      { partnerAgencyId: clinic, reason: 'She goes there tonight' },
    ]);
  });
});

describe('what is missing', () => {
  it('is told in counts, with small ones withheld, and passes WCAG', async () => {
    const figures = {
      unmet: [{ domain: 'HEALTH', count: 'FEW' }],
      ...{ unmetTotal: 'FEW', sent: 20, accepted: 15, waitlisted: 0, declined: 5, acceptance: 75, medianDays: null },
    };
    openScreen(answering({ 'referralFigures.ofYear': () => figures }), '/partners/figures');
    expect((await screen.findAllByText('fewer than 5')).length).toBeGreaterThan(0);
    expect(screen.getByText('75 %')).toBeVisible();
    expect(screen.getByText('Shown from 5 on')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });
});
