// An answer of a partner agency: read through, then kept, on the page of the case and without knowing the case; and the reader of
// an agency with its card.
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { fakeBridge, openScreen } from '../helpers/screen.tsx';

const id = (end: string): string => `01920000-0000-7000-8000-0000000000${end}`;
const HANDLE = id('c1');
const HASH = 'ab'.repeat(32);
const words = ['abacus', 'velvet', 'harbor', 'lantern', 'orchard', 'thimble'];
const clinic = {
  ...mark(1),
  id: id('a1'),
  name: 'Clinic A',
  types: [],
  sharesWithAuthorities: 'NO',
  contacts: [],
  notes: '',
  lastVerifiedOn: null,
  recipient: null,
  moreRecipients: [],
  earlierRecipients: [],
  ...{ services: [], area: '', languages: [], hours: '', cost: '', eligibility: '', asksStatus: 'UNKNOWN', access: [] },
  ...{ vettedOn: null, addressRevision: 0, feedback: null },
};
const sent = {
  id: id('d1'),
  caseFileId: ids.heron,
  sentAt: Date.parse('2026-11-20T09:00:00Z'),
  sentBy: { id: ids.ana, name: 'Ana' },
  partnerAgencyId: clinic.id,
  recipientName: 'Clinic A',
  purpose: 'A first visit with the dental nurse',
  categories: ['NAME'],
  basis: { kind: 'RELEASE', releaseId: id('e1') },
  usableUntil: '2026-12-20',
  caseReference: 'K7QW2M9XRT',
  fileName: 'r-abcdefgh.age',
  bytes: 4_000,
  packageSha256: HASH,
  contentSha256: HASH,
  sealedTo: 'pinned-key',
  omissions: [],
  survivorTold: { told: true, how: 'RELEASE' },
};
const answered = {
  caseFileId: ids.heron,
  disclosureId: sent.id,
  answer: 'WAITING_LIST',
  answeredOn: '2026-11-22',
  note: 'A place in March.',
};
const shown = { ...answered, recipientName: 'Clinic A', purpose: sent.purpose, sentAt: sent.sentAt, sha256: HASH };
const kept = {
  ...answered,
  ...mark(1),
  id: id('f1'),
  receivedAt: Date.parse('2026-11-23T02:00:00Z'),
  packageId: HASH,
  replyNumber: 'cd'.repeat(16),
};
const choosing = () => fakeBridge({ choose: () => Promise.resolve({ handle: HANDLE, name: 'r-xyz.age' }) });
const answers = {
  ...caseAnswers,
  'release.list': () => [],
  'partnerAgency.list': () => [],
  'partnerAgency.get': () => clinic,
  'agreement.list': () => [],
  'partnerMeeting.list': () => [],
  'referral.list': () => [],
  'exportPackage.list': () => [sent],
  'packageReply.list': () => [] as unknown[],
  'packageReply.read': () => shown,
  'packageReply.keep': () => kept,
  'partnerReader.card': () => ({ shelterWords: null, copies: [] as unknown[] }),
};

describe('an answer', () => {
  it('on the page of the case is read through, kept, and stands with what agencies answered', async () => {
    const transport = fakeTransport(answers);
    const { user } = openScreen(transport, `/cases/${ids.heron}/consents`, choosing());
    await user.click(await screen.findByRole('button', { name: 'Bring in an answer' }));
    const sheet = await screen.findByRole('region', { name: 'What they answered' });
    expect(within(sheet).getByText('On their waiting list')).toBeVisible();
    expect(within(sheet).getByText('A place in March.')).toBeVisible();
    expect(transport.callsOf('packageReply.keep')).toEqual([]);
    expect(await wcagViolations()).toEqual([]);
    transport.answer('packageReply.list', () => [kept]);
    await user.click(within(sheet).getByRole('button', { name: 'Keep this answer' }));
    expect(await screen.findByText(/^Kept\./)).toBeVisible();
    expect(await screen.findByText('23 November 2026: On their waiting list')).toBeVisible();
    const request = { file: HANDLE, caseFileId: ids.heron };
    expect(transport.callsOf('packageReply.read')).toEqual([request]);
    expect(transport.callsOf('packageReply.keep')).toEqual([{ ...request, sha256: HASH }]);
  });

  it('that is refused says why and offers nothing to keep', async () => {
    const transport = fakeTransport(answers);
    transport.answer('packageReply.read', () => {
      throw new Refusal('reply-seen');
    });
    const { user } = openScreen(transport, `/cases/${ids.heron}/consents`, choosing());
    await user.click(await screen.findByRole('button', { name: 'Bring in an answer' }));
    expect(await screen.findByText(/This answer was brought in before/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Keep this answer' })).toBeNull();
  });

  it('of which nobody knows the case finds it', async () => {
    const transport = fakeTransport(answers);
    const { user } = openScreen(transport, '/partners/reply', choosing());
    await user.click(await screen.findByRole('button', { name: 'Bring in an answer' }));
    await user.click(await screen.findByRole('button', { name: 'Keep this answer' }));
    expect(await screen.findByRole('link', { name: 'To the case' })).toHaveAttribute(
      'href',
      expect.stringContaining(ids.heron),
    );
    expect(transport.callsOf('packageReply.read')).toEqual([{ file: HANDLE }]);
    expect(await wcagViolations()).toEqual([]);
  });

  it('may be left', async () => {
    const transport = fakeTransport(answers);
    const { user } = openScreen(transport, '/partners/reply', choosing());
    await user.click(await screen.findByRole('button', { name: 'Bring in an answer' }));
    await user.click(await screen.findByRole('button', { name: 'Leave it, keep nothing' }));
    expect(screen.queryByRole('region', { name: 'What they answered' })).toBeNull();
    expect(transport.callsOf('packageReply.keep')).toEqual([]);
  });
});

describe('the reader of an agency', () => {
  it('is handed over, and its card says its hash, our six words and how to do without', async () => {
    const copy = {
      ...mark(1),
      id: id('f2'),
      partnerAgencyId: clinic.id,
      handedOverAt: sent.sentAt,
      sha256: HASH,
      bytes: 9,
    };
    const transport = fakeTransport({
      ...answers,
      'partnerReader.handOver': () => ({ copy, stick: 'safe-to-remove' }),
    });
    const { user } = openScreen(transport, `/partners/${clinic.id}`, choosing());
    const sheet = await screen.findByRole('region', { name: 'The reader for this agency' });
    expect(within(sheet).getByText('Not handed over yet.')).toBeVisible();
    expect(within(sheet).getByText(/They are made with the first/)).toBeVisible();
    transport.answer('partnerReader.card', () => ({ shelterWords: words, copies: [copy] }));
    await user.click(within(sheet).getByRole('button', { name: 'Hand over the reader' }));
    expect(await within(sheet).findByText('Saved and checked. You can take the stick out.')).toBeVisible();
    const card = within(sheet).getByRole('article');
    expect(await within(card).findByText(words.join(' '))).toBeVisible();
    expect(within(card).getByText(HASH)).toBeVisible();
    expect(within(card).getByText(/age -d -i key.txt/)).toBeVisible();
    expect(transport.callsOf('partnerReader.handOver')).toEqual([{ partnerAgencyId: clinic.id, folder: HANDLE }]);
    expect(await wcagViolations()).toEqual([]);
  });
});
