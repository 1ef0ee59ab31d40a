import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CaseFileId, RecordId } from '#shared/ids';
import { PartnerAgencyId } from '#shared/records/partner-agency';
import type { GateRow } from '#shared/records/export-package';
import type { ReferralRow, ReferralState, StoredReferral } from '#shared/records/referral';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const id = RecordId.parse('01920000-0000-7000-8000-0000000000e1');
const clinic = PartnerAgencyId.parse('01920000-0000-7000-8000-0000000000e2');
const at = Date.parse('2026-11-20T09:00:00Z');
const step = (state: ReferralState) => ({ state, at, on: '2026-11-20', by: mark(1).savedBy });

const referral = (change: Partial<StoredReferral> = {}): StoredReferral => ({
  ...mark(4),
  id,
  caseFileId: CaseFileId.parse(ids.heron),
  partnerAgencyId: clinic,
  agencyName: 'Clinic A',
  forWhat: null,
  forWords: 'My tooth, upper left',
  asks: 'A first visit with the dental nurse',
  reason: 'ADDITIONAL_SERVICES',
  urgency: 'U3',
  warmHandoff: true,
  escort: 'Jo',
  interpreter: '',
  mode: 'WITH_RELEASE',
  releaseId: id,
  categories: ['NAME', 'HEALTH'],
  origin: null,
  state: 'SENT',
  sentHow: 'PAPER',
  disclosureId: null,
  steps: [step('DRAFT'), step('READY'), step('SENT')],
  chase: { on: '2096-11-24', at: null, asked: 0 },
  appointment: null,
  outcome: null,
  gate: null,
  permission: 'ACTIVE',
  standsOut: null,
  ...change,
});
const check = (name: GateRow['check'], reason: GateRow['reason'] = null): GateRow => ({
  check: name,
  reason,
  sending: name === 'covers' ? ['NAME', 'IMMIGRATION'] : ['2026-11-27'],
  allowed: name === 'covers' ? ['NAME'] : ['2026-11-01', '2026-11-30'],
  notCovered: reason === 'not-covered' ? ['IMMIGRATION'] : [],
});
const row: ReferralRow = {
  ...{ id, agencyName: 'Clinic A', asks: 'A first visit', urgency: 'U3', mode: 'WITH_RELEASE', isIncoming: false },
  ...{ isOpen: true, state: 'SENT', categories: ['NAME'], sentHow: 'PAPER', sentAt: at, sentBy: null },
  ...{ chase: { on: '2020-01-02', at: null, asked: 0 }, appointment: null },
};

const answering = (of: StoredReferral, more: Parameters<typeof fakeTransport>[0] = {}) =>
  fakeTransport({
    ...caseAnswers,
    'partnerAgency.list': () => [{ id: clinic, name: 'Clinic A', types: [], lastVerifiedOn: null, hasKey: false }],
    'referral.list': () => [row],
    'referral.get': () => of,
    'referral.act': () => of,
    'referral.save': () => of,
    'referral.look': ({ text }: { text: string }) => ({ word: text.includes('Heron') ? 'Heron' : null }),
    'release.list': () => [],
    'need.list': () => [],
    'supportPlan.get': () => null,
    ...more,
  });
const path = `/cases/${ids.heron}/referrals`;
const one = `${path}/${id}`;

describe('referrals of a case', () => {
  it('are listed with the agency and where each stands; a late answer is said as what to do', async () => {
    openScreen(answering(referral()), path);
    const list = within(await screen.findByRole('list', { name: 'Referrals' }));
    expect(list.getByRole('link', { name: 'Clinic A' })).toHaveAttribute('href', one);
    expect(list.getByText('No answer came in time. Ask again.')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });

  it('are written without a name where she does not want to be named, and a word that says who is shown at once', async () => {
    const transport = answering(referral({ state: 'DRAFT' }));
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Write a referral' }));
    await user.selectOptions(await screen.findByLabelText('Which agency'), 'Clinic A');
    await user.click(screen.getByRole('radio', { name: 'Asked without a name' }));
    expect(screen.queryByText('What is told')).toBeNull();
    const question = screen.getByLabelText('The question, word for word');
    await user.type(question, 'A chair for Heron?');
    expect(await screen.findByText('This word says who it is about: Heron')).toBeVisible();
    await user.clear(question);
    await user.type(question, 'A chair for one person?');
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    await waitFor(() =>
      expect(transport.callsOf('referral.save')).toMatchObject([
        { basedOn: 0, referral: { mode: 'ANONYMOUS_INQUIRY', releaseId: null, categories: [] } },
      ]),
    );
  });
});

describe('one referral', () => {
  const filled = (): (string | null)[] =>
    screen
      .getAllByRole('button')
      .filter((button) => button.dataset['variant'] === 'filled')
      .map(({ textContent }) => textContent);

  it('shows where it stands as a path, and the next act as the one filled button, done by one press', async () => {
    const transport = answering(referral());
    const { user } = openScreen(transport, one);
    const steps = within(await screen.findByRole('list', { name: 'Where it stands' }));
    expect(steps.getByText('Answered')).toHaveAttribute('aria-current', 'step');
    expect(filled()).toEqual(['They have it']);
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'They said yes' }));
    expect(transport.callsOf('referral.act')).toEqual([{ referralId: id, basedOn: 4, act: { to: 'ACCEPTED' } }]);
  });

  it('told by telephone asks in the same form what goes into her log, and a package does not', async () => {
    const gate = (['recipient', 'purpose', 'covers', 'date', 'still-her-wish'] as const).map((name) => check(name));
    const transport = answering(referral({ state: 'READY', chase: null, sentHow: null, gate, steps: [step('READY')] }));
    const { user } = openScreen(transport, one);
    await user.click(await screen.findByRole('radio', { name: 'In a sealed package' }));
    expect(screen.queryByRole('group', { name: 'For the log of what left' })).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'By telephone' }));
    const log = within(screen.getByRole('group', { name: 'For the log of what left' }));
    await user.type(log.getByLabelText('Who there heard or got it'), 'Ivo');
    await user.type(log.getByLabelText('What exactly, in a line'), 'Her name');
    await user.click(log.getByRole('radio', { name: 'No' }));
    const left = screen.getByRole('button', { name: 'It has left' });
    expect(left).toBeDisabled();
    await user.type(log.getByLabelText('Why not'), 'She sleeps');
    expect(await wcagViolations()).toEqual([]);
    await user.click(left);
    const told = { toWhom: 'Ivo', what: 'Her name', survivorTold: { told: false, how: 'She sleeps' }, steps: '' };
    expect(transport.callsOf('referral.act')).toMatchObject([{ act: { to: 'SENT', how: 'PHONE', told } }]);
  });

  it('brings asking again to the front when no answer came in time', async () => {
    openScreen(answering(referral({ chase: { on: '2020-01-02', at: null, asked: 1 } })), one);
    expect((await screen.findAllByText('No answer came in time. Ask again.')).length).toBeGreaterThan(0);
    expect(filled()).toEqual(['Asked again now']);
    expect(screen.getByText('Asked again 1 time.')).toBeVisible();
  });

  it('says which thing of the permission does not match, and offers no way past it', async () => {
    const gate = [
      check('recipient'),
      check('purpose'),
      check('covers', 'not-covered'),
      check('date'),
      check('still-her-wish'),
    ];
    const waits = referral({ state: 'CONSENT_NEEDED', chase: null, sentHow: null, steps: [step('DRAFT')], gate });
    openScreen(answering(waits), one);
    const covers = within(await screen.findByRole('row', { name: /What it covers/ }));
    expect(covers.getByText('not covered')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Prepare a permission' })).toBeVisible();
    expect(filled()).toEqual(['Look again']);
    expect(screen.queryByRole('button', { name: 'It has left' })).toBeNull();
  });

  it('says whom to ask when she carried it herself, and that nothing more may be told when the permission ended', async () => {
    openScreen(answering(referral({ mode: 'SELF_REFERRAL', releaseId: null, permission: null })), one);
    expect(await screen.findByText(/^Ask her, not the agency/)).toBeVisible();
    expect(screen.queryByText(/^The permission has ended/)).toBeNull();
  });

  it('takes an appointment with a day and a time, and after it how it went with her own mark', async () => {
    const yes = referral({ state: 'ACCEPTED', chase: null, permission: 'REVOKED' });
    const transport = answering(yes);
    const { user, unmount } = openScreen(transport, one);
    expect(await screen.findByText(/^The permission has ended/)).toBeVisible();
    await user.type(await screen.findByLabelText('Day'), '12 Dec 2096');
    await user.type(screen.getByLabelText('Time, if it is known'), '1030');
    await user.click(screen.getByRole('button', { name: 'Keep the appointment' }));
    expect(transport.callsOf('referral.act')).toMatchObject([
      { act: { to: 'APPOINTMENT_SET', on: '2096-12-12', time: '10:30' } },
    ]);
    unmount();
    const went = answering(referral({ state: 'ATTENDED', chase: null }));
    const after = openScreen(went, one);
    await after.user.click(await screen.findByText('4'));
    await after.user.click(screen.getByRole('button', { name: 'Keep how it went' }));
    expect(went.callsOf('referral.act')).toMatchObject([
      { act: { to: 'OUTCOME_RECORDED', outcome: { result: 'SERVICE_RECEIVED', rating: 4, note: '' } } },
    ]);
  });
});
