// The steps of sharing on the screen: whose file it is that goes along, and who at the agency can open the package.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, mark } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { fakeBridge, openScreen } from '../helpers/screen.tsx';

const id = (end: string): string => `01920000-0000-7000-8000-0000000000${end}`;
const HANDLE = id('c1');
const HASH = 'ab'.repeat(32);
const words = (first: string) => [first, 'velvet', 'harbor', 'lantern', 'orchard', 'thimble'];
// Three recipients of test/vectors and of nobody.
const KEYS = ['q', 'p', 'z'].map((end) => `age1${'q'.repeat(57)}${end}`);
const pinned = (at: number, name: string, wordsCompared: boolean) => ({
  ...{ name, recipient: KEYS[at]!, fingerprintWords: words(['abacus', 'basil', 'copper'][at]!), wordsCompared },
  ...{ pinnedAt: Date.parse('2026-11-20T09:00:00Z'), pinnedBy: ids.ana },
});
const rosa = pinned(0, 'Rosa, dental nurse', true);
const desk = pinned(1, 'Front desk', false);
const clinic = {
  ...mark(3),
  ...{ id: id('a1'), name: 'Clinic A', types: [], sharesWithAuthorities: 'NO', contacts: [], notes: '' },
  ...{ lastVerifiedOn: null, services: [], area: '', languages: [], hours: '', cost: '', eligibility: '' },
  ...{ asksStatus: 'UNKNOWN', access: [], vettedOn: null, addressRevision: 0, feedback: null },
  ...{ recipient: rosa, moreRecipients: [desk], earlierRecipients: [] as unknown[] },
};
const release = {
  ...mark(2),
  ...{ id: id('e1'), caseFileId: ids.heron, partnerAgencyId: clinic.id, recipientPerson: '', state: 'ACTIVE' },
  ...{ purpose: 'A first visit with the dental nurse', categories: ['NAME', 'HEALTH'], herWords: '' },
  ...{ startsOn: '2026-11-01', expiresOn: '2099-12-20', singleUse: false, revoked: null, usedUpAt: null },
  ...{ periodCovered: '', method: 'ENCRYPTED_MEDIA', risksDiscussed: true, alternativesDiscussed: true },
  ...{ language: '', interpreter: '', copyOffered: true },
  signer: { kind: 'SELF', guardianName: '', signerIsAbuser: false, minorAssent: 'NOT_A_MINOR' },
  signature: { how: 'PAPER', signedOn: '2026-11-01', kept: 'grey binder', witness: '' },
};
const file = (end: string, title: string, more: object = {}) => ({
  ...{ ...mark(1), id: id(end), caseFileId: ids.heron, addedAt: Date.UTC(2026, 10, 2), addedBy: null, title },
  ...{ format: 'text', bytes: 100, sealed: false, removed: null, damagedSince: null, there: true, ...more },
});
const cameWith = id('f1');
const received = {
  ...{ id: cameWith, caseFileId: ids.heron, purpose: 'A place that is farther away', usableUntil: '2026-12-20' },
  sender: { name: 'Harbour House', publicKey: HASH, words: words('abacus') },
  receivedAt: Date.parse('2026-11-23T02:00:00Z'),
};
const content = {
  ...{ recipientName: 'Clinic A', purpose: release.purpose, usableUntil: release.expiresOn },
  sections: [{ category: 'NAME', title: 'Name', rows: [{ label: 'Name', value: 'Heron', hers: true }] }],
};
const checks = ['recipient', 'purpose', 'covers', 'date', 'still-her-wish'].map((check) => ({
  ...{ check, reason: null, sending: [], allowed: [], notCovered: [] },
}));
const made = {
  ...{ disclosureId: id('d1'), fileName: 'r-abcdefgh.age', sha256: HASH, bytes: 9, verified: true },
  ...{ stick: 'safe-to-remove', sealedFor: [{ name: rosa.name, fingerprintWords: rosa.fingerprintWords }] },
};
const answers = {
  ...caseAnswers,
  'release.list': () => [release],
  'partnerAgency.list': () =>
    [{ ...clinic, hasKey: true }].map(({ id: one, name, types, ...rest }) => ({
      ...{ id: one, name, types, lastVerifiedOn: null, services: [], area: '', languages: [] },
      ...{ sharesWithAuthorities: rest.sharesWithAuthorities, hasKey: true },
    })),
  'partnerAgency.get': () => clinic as unknown,
  'attachment.list': () => ({ attachments: [file('b1', 'Letter of the court')] as unknown[], total: 1 }),
  'receivedPackage.list': () => [received],
  'exportPackage.preview': () => ({ checks, mayLeave: true, content, omissions: [], contentSha256: HASH }),
  'exportPackage.create': () => made,
  'exportPackage.suggestPassphrase': () => ({ passphrase: 'velvet orchard compass' }),
  'agreement.list': () => [],
  'partnerMeeting.list': () => [],
  'partnerReader.card': () => ({ shelterWords: null, copies: [] }),
};
const choosing = () => fakeBridge({ choose: () => Promise.resolve({ handle: HANDLE, name: 'stick' }) });

async function whatToSend(more: Parameters<typeof fakeTransport>[0] = {}) {
  const transport = fakeTransport({ ...answers, ...more });
  const { user } = openScreen(transport, `/cases/${ids.heron}/share`, choosing());
  await user.click(await screen.findByRole('radio', { name: /A first visit/ }));
  await user.click(screen.getByRole('button', { name: 'Next' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Name used' }));
  return { transport, user };
}

async function handOver(more: Parameters<typeof fakeTransport>[0] = {}) {
  const { transport, user } = await whatToSend(more);
  await user.click(screen.getByRole('button', { name: 'Next' }));
  await user.click(await screen.findByRole('button', { name: 'Read it through' }));
  await user.click(await screen.findByRole('button', { name: 'It is right, go on' }));
  await screen.findByText('How it is sealed');
  return { transport, user };
}

describe('a file that goes along', () => {
  it('from another house says who gave it, for what and until when, and is chosen no more than the others', async () => {
    const attachments = [file('b1', 'Letter of the court'), file('b2', 'Letter of their nurse', { cameWith })];
    const { user } = await whatToSend({ 'attachment.list': () => ({ attachments, total: 2 }) });
    const theirs = await screen.findByRole('combobox', { name: 'Letter of their nurse' });
    const ours = screen.getByRole('combobox', { name: 'Letter of the court' });
    expect(theirs).toHaveValue('');
    expect(ours).toHaveValue('');
    expect(theirs).toHaveAccessibleDescription(
      /Came from Harbour House on 23 November 2026.*Given to this house alone, until 20 December 2026, for: A place/,
    );
    expect(ours).not.toHaveAccessibleDescription(/Came from/);
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByRole('heading', { name: /^This may leave/ })).toBeVisible();
  });

  it('says so also when its package is not listed any more', async () => {
    const attachments = [file('b2', 'Letter of their nurse', { cameWith })];
    await whatToSend({
      'attachment.list': () => ({ attachments, total: 1 }),
      'receivedPackage.list': () => [],
    });
    expect(await screen.findByText('Came with a package from others')).toBeVisible();
  });
});

describe('the files of a case that has more of them than a page shows', () => {
  // Sealed but for these: a list of a hundred open ones would only make the test slow.
  const open = [1, 2, 50, 51, 101, 104];
  const many = Array.from({ length: 104 }, (_one, at) =>
    file((at + 16).toString(16).padStart(2, '0'), `Paper ${at + 1}`, {
      ...(open.includes(at + 1) ? {} : { sealed: true, title: null }),
    }),
  );
  const paged = {
    'attachment.list': ({ offset, limit }: { offset: number; limit: number }) => ({
      attachments: many.slice(offset, offset + limit),
      total: many.length,
    }),
  } as Parameters<typeof fakeTransport>[0];
  const offered = () => screen.getAllByRole('combobox', { name: /^Paper / }).map((one) => one.getAttribute('id'));
  const showMore = async (user: Awaited<ReturnType<typeof whatToSend>>['user'], next: string) => {
    await user.click(screen.getByRole('button', { name: 'Show more files' }));
    return screen.findByRole('combobox', { name: next });
  };

  it('are all offered, a page at a time, and no sealed one', async () => {
    const { user } = await whatToSend(paged);
    await screen.findByRole('combobox', { name: 'Paper 1' });
    expect(offered()).toHaveLength(3);
    await showMore(user, 'Paper 51');
    expect(offered()).toHaveLength(4);
    await showMore(user, 'Paper 104');
    expect(offered()).toHaveLength(open.length);
    expect(screen.queryByRole('button', { name: 'Show more files' })).toBeNull();
    expect(await wcagViolations()).toEqual([]);
  });

  it('may send the last of them, which is seen as chosen by whoever comes back', async () => {
    const { transport, user } = await whatToSend(paged);
    await screen.findByRole('combobox', { name: 'Paper 1' });
    await showMore(user, 'Paper 51');
    await user.click(await showMore(user, 'Paper 104'));
    await user.click(await screen.findByRole('option', { name: 'Goes along: Name used' }));
    await user.click(screen.getByRole('button', { name: 'Next' }));
    await screen.findByRole('heading', { name: /^This may leave/ });
    expect(transport.callsOf('exportPackage.preview').at(-1)).toMatchObject({
      files: [{ attachmentId: many.at(-1)!.id, category: 'NAME' }],
    });
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(await screen.findByRole('combobox', { name: 'Paper 104' })).toHaveValue('Goes along: Name used');
  });
});

describe('who can open the package', () => {
  it('is every key of the agency until one is left out, and only those are sealed to', async () => {
    const { transport, user } = await handOver();
    const keys = screen.getByRole('group', { name: 'Who there can open it' });
    expect(within(keys).getAllByRole('checkbox', { checked: true })).toHaveLength(2);
    expect(within(keys).getByRole('checkbox', { name: 'Front desk' })).toHaveAccessibleDescription(
      /^basil velvet .*Pinned on 20 November 2026\. Not compared yet$/,
    );
    await user.click(screen.getByRole('button', { name: 'Choose the stick or a folder' }));
    const write = screen.getByRole('button', { name: 'Seal it and write it' });
    await user.click(within(keys).getByRole('checkbox', { name: /^Rosa/ }));
    await user.click(within(keys).getByRole('checkbox', { name: /^Front desk/ }));
    expect(screen.getByText('Tick at least one key.')).toBeVisible();
    expect(write).toBeDisabled();
    await user.click(within(keys).getByRole('checkbox', { name: /^Rosa/ }));
    expect(await wcagViolations()).toEqual([]);
    await user.click(write);
    expect(await screen.findByText(/^Saved and checked\./)).toBeVisible();
    const row = screen.getByRole('row', { name: /^Who can open it/ });
    expect(row).toHaveTextContent('Rosa, dental nurse');
    expect(row).toHaveTextContent(words('abacus').join(' '));
    expect(transport.callsOf('exportPackage.create')).toMatchObject([
      { sealedTo: { by: 'pinned-key', recipients: [rosa.recipient] } },
    ]);
  });

  it('is whoever is told a passphrase, where no key is pinned', async () => {
    await handOver({ 'partnerAgency.get': () => ({ ...clinic, recipient: null, moreRecipients: [] }) });
    expect(screen.getByRole('radio', { name: /^To keys of the agency/ })).toBeDisabled();
    expect(screen.getByRole('radio', { name: 'With a passphrase' })).toBeChecked();
    expect(screen.queryByRole('group', { name: 'Who there can open it' })).toBeNull();
  });
});

describe('the keys of an agency', () => {
  const path = `/partners/${clinic.id}`;
  const found = { recipient: KEYS[2]!, fingerprintWords: words('copper') };
  const paste = async (more: Parameters<typeof fakeTransport>[0] = {}) => {
    const transport = fakeTransport({
      ...answers,
      'partnerAgency.checkRecipient': () => found,
      'partnerAgency.pinRecipient': () => clinic,
      'partnerAgency.endRecipient': () => clinic,
      ...more,
    });
    const { user } = openScreen(transport, path, choosing());
    await user.type(await screen.findByLabelText('A further key, or a new one: the key, as text'), KEYS[2]!);
    return { transport, user };
  };

  it('are listed with whose they are; one more asks for the name of the agency and says who reads from then on', async () => {
    const { transport, user } = await paste();
    const list = screen.getByRole('list', { name: 'Its keys' });
    expect(within(list).getByText('Rosa, dental nurse')).toBeVisible();
    expect(within(list).getByText('Not compared yet')).toBeVisible();
    await user.type(await screen.findByLabelText('Whose key it is'), 'Omar');
    expect(screen.getByRole('radio', { name: /^Beside the others/ })).toBeChecked();
    const typed = screen.getByLabelText('Name of the agency, typed');
    expect(typed).toHaveAccessibleDescription(/can read every package/);
    await user.type(typed, 'Clinic A');
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Pin this key' }));
    const asked = { id: clinic.id, basedOn: 3, recipient: KEYS[2], name: 'Omar', wordsCompared: false };
    expect(transport.callsOf('partnerAgency.pinRecipient')).toEqual([{ ...asked, typedName: 'Clinic A' }]);
  });

  it('are replaced one by one', async () => {
    const { transport, user } = await paste();
    await user.click(await screen.findByRole('radio', { name: /^In the place of: Front desk/ }));
    await user.type(screen.getByLabelText('Name of the agency, typed'), 'Clinic A');
    await user.click(screen.getByRole('button', { name: 'Pin this key' }));
    expect(transport.callsOf('partnerAgency.pinRecipient')).toMatchObject([
      { replaces: desk.recipient, recipient: KEYS[2], typedName: 'Clinic A' },
    ]);
  });

  it('end only after a question, and one that ended and comes back is told', async () => {
    const earlierRecipients = [{ ...pinned(2, 'Omar', true), endedAt: Date.parse('2026-11-21T09:00:00Z') }];
    const { transport, user } = await paste({
      'partnerAgency.get': () => ({ ...clinic, earlierRecipients }),
    });
    expect(await screen.findByText(/^This key was pinned before and ended/)).toBeVisible();
    await user.click(screen.getByText('1 earlier key'));
    expect(screen.getByText('Pinned on 20 November 2026, ended on 21 November 2026')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'End this key: Front desk' }));
    expect(transport.callsOf('partnerAgency.endRecipient')).toEqual([]);
    await user.click(await screen.findByRole('button', { name: 'End the key' }));
    await waitFor(() =>
      expect(transport.callsOf('partnerAgency.endRecipient')).toEqual([
        { id: clinic.id, basedOn: 3, recipient: desk.recipient },
      ]),
    );
  });
});

describe('a permission that is taken back', () => {
  const consents = `/cases/${ids.heron}/consents`;
  const withPlan = (sealed: boolean, more: Parameters<typeof fakeTransport>[0] = {}) =>
    fakeTransport({
      ...answers,
      'exportPackage.list': () => [],
      'disclosureLog.list': () => [],
      'safetyPlan.get': () => ({ plan: null, sealed }),
      'release.revoke': () => ({ ...release, state: 'REVOKED' }),
      ...more,
    });

  it('here needs one press', async () => {
    const transport = withPlan(true);
    const { user } = openScreen(transport, consents);
    await user.click(await screen.findByRole('button', { name: 'She takes it back' }));
    expect(transport.callsOf('release.revoke')).toEqual([{ releaseId: release.id, how: 'ORAL' }]);
  });

  it('on the telephone asks for her word first, shown for a minute with a reason', async () => {
    const recorded = { recordedAt: Date.parse('2026-11-20T09:00:00Z'), recordedBy: ids.ana };
    const answered = { state: 'ANSWERED', value: 'Quillwort', source: 'EXPRESSED', ...recorded };
    const opened = { answers: { 'code-word': answered }, formVersion: 1, revision: 1 };
    const transport = withPlan(true, { 'safetyPlan.openSealed': () => opened });
    const { user } = openScreen(transport, consents);
    await user.click(await screen.findByRole('button', { name: 'Taken back on the telephone' }));
    const call = within(screen.getByRole('region', { name: 'Taken back on the telephone' }));
    expect(transport.callsOf('release.revoke')).toEqual([]);
    expect(call.getByText(/^Ask for the word first\./)).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
    await user.click(await call.findByRole('button', { name: 'Open: Safe word' }));
    await user.type(call.getByLabelText('Why do you open this?'), 'She calls');
    await user.click(call.getByRole('button', { name: /^Open for/ }));
    expect(await call.findByText('Quillwort')).toBeVisible();
    await user.click(call.getByRole('button', { name: 'The word was right: take it back' }));
    expect(transport.callsOf('release.revoke')).toEqual([
      { releaseId: release.id, how: 'PHONE', checked: 'SAFE_WORD' },
    ]);
  });

  it('on the telephone without a word kept is called back', async () => {
    const transport = withPlan(false);
    const { user } = openScreen(transport, consents);
    await user.click(await screen.findByRole('button', { name: 'Taken back on the telephone' }));
    expect(screen.queryByRole('button', { name: 'Open: Safe word' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'I called back: take it back' }));
    expect(transport.callsOf('release.revoke')).toMatchObject([{ how: 'PHONE', checked: 'CALLED_BACK' }]);
  });
});
