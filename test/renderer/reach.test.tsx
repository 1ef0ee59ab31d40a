// Before anybody reaches her: the neutral name first, signs in words, no number before an attempt, red only by hand.
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { newContactMethod, noSafeContact } from '#shared/records/safe-contact';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, caseOf, mark } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const today = new Date().toISOString().slice(0, 10);
const attempt = (more: object = {}) => ({
  ...mark(1),
  id: '01920000-0000-7000-8000-0000000000d1',
  caseFileId: ids.heron,
  way: 'CALL',
  beganAt: 1_000,
  override: null,
  outcome: null,
  ...more,
});
const agreed = {
  ...noSafeContact,
  identifyAs: 'Mia from the library',
  methods: [
    { ...newContactMethod, way: 'CALL' as const, value: '600 123 456', safe: 'YES' as const },
    { ...newContactMethod, way: 'TEXT' as const, value: '600 777 888' },
  ],
  doNotContact: ['Her uncle'],
  confirmedOn: today,
};
const answering = (safeContact: typeof agreed = agreed) =>
  fakeTransport({
    ...caseAnswers,
    'caseFile.get': () => ({ ...caseOf, safeContact }),
    'safetyPlan.get': () => ({ plan: null, sealed: true }),
    'contactAttempt.list': () => ({ attempts: [attempt({ outcome: 'UNSAFE_STOPPED' })], total: 1 }),
    'contactAttempt.begin': ({ way, override }: { way: string; override: string | null }) => attempt({ way, override }),
    'contactAttempt.end': ({ outcome }: { outcome: string }) => attempt({ outcome, revision: 2 }),
    'caseFile.saveSafeContact': () => caseOf,
  });
const path = `/cases/${ids.heron}/reach`;

it('says who you are first, then each way in words, and shows no number', async () => {
  openScreen(answering(), path);
  const name = await screen.findByText('Mia from the library');
  const green = screen.getByText('Green. Agreed, and now is a good time');
  expect(name.compareDocumentPosition(green)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(screen.getByText('Red. Do not use this way')).toBeVisible();
  expect(screen.getByText('Nobody knows whether it is safe. That counts as no.')).toBeVisible();
  expect(document.body.innerHTML).not.toContain('600 ');
  expect(await wcagViolations()).toEqual([]);
});

it('begins the attempt before the number is shown, and starts no call', async () => {
  const transport = answering();
  const { user } = openScreen(transport, path);
  await user.click(await screen.findByRole('button', { name: 'Use this way' }));
  expect(await screen.findByText('600 123 456')).toBeVisible();
  expect(transport.callsOf('contactAttempt.begin')).toMatchObject([{ way: 'CALL', override: null }]);
  expect(document.querySelector('a[href^="tel"], a[href^="sms"], a[href^="mailto"]')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Left a neutral message' }));
  await waitFor(() =>
    expect(transport.callsOf('contactAttempt.end')).toMatchObject([{ outcome: 'LEFT_NEUTRAL_MESSAGE' }]),
  );
});

it('goes past red only with words typed by hand and a reason', async () => {
  const transport = answering();
  const { user } = openScreen(transport, path);
  await user.click(await screen.findByRole('button', { name: 'It cannot wait' }));
  const goOn = screen.getByRole('button', { name: 'Go on, with this reason' });
  await user.type(screen.getByLabelText('To go on, type: not agreed'), 'not agreed');
  await user.type(screen.getByLabelText('Why it cannot wait'), 'court');
  expect(goOn).toBeDisabled();
  await user.type(screen.getByLabelText('Why it cannot wait'), ' moved to tomorrow');
  await user.click(goOn);
  expect(await screen.findByText('600 777 888')).toBeVisible();
  expect(transport.callsOf('contactAttempt.begin')).toMatchObject([{ override: 'court moved to tomorrow' }]);
});

it('asks again after 30 days, and one button keeps everything as it was', async () => {
  const transport = answering({ ...agreed, confirmedOn: '2026-01-01' });
  const { user } = openScreen(transport, path);
  await user.click(await screen.findByRole('button', { name: 'Still right, asked today' }));
  const { confirmedOn: _then, ...kept } = agreed;
  await waitFor(() => expect(transport.callsOf('caseFile.saveSafeContact')).toMatchObject([{ safeContact: kept }]));
});
