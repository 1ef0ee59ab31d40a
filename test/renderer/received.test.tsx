// A package from another house on the screen: read through, then kept beside a case; read again there; and the key that others seal to.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, caseOf, mark } from '../helpers/case-answers.ts';
import { fakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { fakeBridge, openScreen } from '../helpers/screen.tsx';

const id = (end: string): string => `01920000-0000-7000-8000-0000000000${end}`;
const HANDLE = id('c1');
const HASH = 'ab'.repeat(32);
const words = ['abacus', 'velvet', 'harbor', 'lantern', 'orchard', 'thimble'];
const key = {
  recipient: 'age1ce8keu7ww9c66fvkx38ecmnwm04f7gk0sq5s80mzsa2pgrccncrqq9na57',
  fingerprintWords: words,
  madeAt: Date.parse('2026-11-20T09:00:00Z'),
  earlier: [] as unknown[],
};
const told = {
  sender: { name: 'Harbour House', publicKey: HASH, words },
  fileName: 'r-abcdefgh.age',
  bytes: 4_000,
  sha256: HASH,
  packageId: 'cd'.repeat(32),
  caseReference: 'K7QW2M9XRT',
  madeOn: '2026-11-20',
  sealedBy: 'our-key',
  recipientName: 'The Lantern',
  purpose: 'A place that is farther away',
  usableUntil: '2099-12-20',
  sections: [
    {
      category: 'NEEDS',
      title: 'Needs',
      rows: [
        { label: 'Health', value: 'My tooth, upper left', hers: true },
        { label: 'Legal', value: 'A letter of the office', source: 'OBSERVED' },
      ],
    },
  ],
  omissions: [{ what: 'Date of birth', why: 'declined' }],
};
const shown = {
  ...told,
  files: [
    { name: 'record.json', title: null, bytes: 900, mayCome: false },
    { name: 'file-1.pdf', title: 'Letter of the nurse', bytes: 24_000, mayCome: true },
    { name: 'file-2.pdf', title: 'The whole binder', bytes: 300_000_000, mayCome: false },
  ],
  keptBefore: false,
  comparedBefore: false,
  canAnswer: true,
  toEarlierKey: false,
};
const kept = {
  ...told,
  ...mark(1),
  id: id('f1'),
  caseFileId: ids.heron,
  receivedAt: Date.parse('2026-11-23T02:00:00Z'),
  wordsCompared: true,
  canAnswer: true,
  files: [
    { name: 'file-1.pdf', title: 'Letter of the nurse', bytes: 24_000, sha256: HASH, attachmentId: id('f2') },
    { name: 'file-2.pdf', title: 'The whole binder', bytes: 300_000_000, sha256: HASH, attachmentId: null },
  ],
};
const { sender, purpose, usableUntil, caseFileId, receivedAt } = kept;
const line = { id: kept.id, sender, purpose, usableUntil, caseFileId, receivedAt };
const choosing = () => fakeBridge({ choose: () => Promise.resolve({ handle: HANDLE, name: 'r-abcdefgh.age' }) });
const answers = {
  ...caseAnswers,
  'release.list': () => [],
  'partnerAgency.list': () => [],
  'exportPackage.list': () => [],
  'disclosureLog.list': () => [],
  'receivedPackage.list': () => [] as unknown[],
  'receivedPackage.open': () => shown as unknown,
  'receivedPackage.keep': () => kept,
  'receivedPackage.get': () => kept as unknown,
  'sentReply.list': () => [] as unknown[],
  'caseFile.list': () => ({ rows: [] as unknown[], total: 0 }),
  'caseFile.search': () => ({ hits: [] as unknown[], more: false, newestOnly: false }),
  'samePerson.look': () => ({ cases: [] as unknown[], askWhom: [] as unknown[] }),
};
const openWith = { by: 'our-key' };

async function choose(change: Parameters<typeof fakeTransport>[0] = {}) {
  const transport = fakeTransport({ ...answers, ...change });
  const { user } = openScreen(transport, '/partners/receive', choosing());
  await user.click(await screen.findByRole('button', { name: 'Choose a package' }));
  return { transport, user };
}

describe('a package', () => {
  it('is read through before anything is kept: whose word it is, what for, every line, what was left out', async () => {
    const { transport } = await choose();
    const from = await screen.findByRole('region', { name: 'Who says they sent it' });
    expect(within(from).getByText('Harbour House')).toBeVisible();
    expect(within(from).getByText(words.join(' '))).toBeVisible();
    expect(within(from).getByText('Nothing signed with this key was kept here before.')).toBeVisible();
    const about = screen.getByRole('region', { name: 'What it is' });
    expect(within(about).getByText('A place that is farther away')).toBeVisible();
    expect(within(about).getByText(/^For this purpose only\..* 20 December 2099/)).toBeVisible();
    expect(within(about).getByText('too large to be kept here')).toBeVisible();
    const needs = screen.getByRole('region', { name: 'Needs' });
    expect(within(needs).getByText('“My tooth, upper left”')).toBeVisible();
    expect(within(needs).getByText('seen by their staff')).toBeVisible();
    expect(screen.getByText(/Date of birth \(not told\)/)).toBeVisible();
    expect(transport.callsOf('receivedPackage.open')).toEqual([{ file: HANDLE, openWith }]);
    expect(transport.callsOf('receivedPackage.keep')).toEqual([]);
    expect(await wcagViolations()).toEqual([]);
  });

  it('is kept as a new case under a name that is typed, with the files that are ticked', async () => {
    const { transport, user } = await choose();
    await user.click(await screen.findByRole('checkbox', { name: /^I compared the six words/ }));
    const keepIt = screen.getByRole('button', { name: 'Keep it' });
    expect(keepIt).toBeDisabled();
    await user.click(screen.getByRole('radio', { name: 'A new case' }));
    await user.type(screen.getByRole('textbox', { name: /^The name this person wants/ }), 'Sparrow');
    expect(screen.queryByRole('checkbox', { name: /whole binder/ })).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: /^Letter of the nurse/ }));
    await user.click(keepIt);
    expect(await screen.findByRole('link', { name: 'Read it in the case, and answer it' })).toHaveAttribute(
      'href',
      `/cases/${ids.heron}/received/${kept.id}`,
    );
    expect(transport.callsOf('receivedPackage.keep')).toEqual([
      {
        ...{ file: HANDLE, openWith, sha256: HASH, wordsCompared: true, into: { as: 'new', nameUsed: 'Sparrow' } },
        files: [{ name: 'file-1.pdf', title: 'Letter of the nurse' }],
      },
    ]);
    expect(await wcagViolations()).toEqual([]);
  });

  it('before it becomes a new case, shows who may be here already: by the name that is typed, and by the one they tell', async () => {
    const named = { category: 'NAME', title: 'Name', rows: [{ label: 'Name', value: 'Maya', hers: true }] };
    const asked: string[] = [];
    const heron = { caseFileId: ids.heron, nameUsed: 'Heron', caseNumber: '7K2-F9Q', status: 'ACTIVE' };
    const { user, transport } = await choose({
      'receivedPackage.open': () => ({ ...shown, sections: [named] }),
      'samePerson.look': ({ nameUsed }: { nameUsed: string }) => {
        asked.push(nameUsed);
        return { cases: nameUsed === 'Maya' ? [heron] : [], askWhom: [] };
      },
    });
    await user.click(await screen.findByRole('radio', { name: 'A new case' }));
    expect(await screen.findByText(/Look before you open another\./)).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: /^The name this person wants/ }), 'Sparrow');
    await waitFor(() => expect(asked).toContain('Sparrow'));
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Keep it beside this case: Heron' }));
    expect(screen.getByRole('radio', { name: 'A case that is here' })).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(transport.callsOf('receivedPackage.keep')).toMatchObject([{ into: { as: 'case', caseFileId: ids.heron } }]);
  });

  it('brings no file along that was not ticked', async () => {
    const { transport, user } = await choose();
    await user.click(await screen.findByRole('radio', { name: 'A new case' }));
    await user.type(screen.getByRole('textbox', { name: /^The name this person wants/ }), 'Sparrow');
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    await screen.findByRole('link', { name: 'Read it in the case, and answer it' });
    expect(transport.callsOf('receivedPackage.keep')).toMatchObject([{ files: [], wordsCompared: false }]);
  });

  it('that our key does not open asks for a passphrase, which is used again to keep it', async () => {
    const passphrase = 'velvet orchard compass';
    const { transport, user } = await choose({
      'receivedPackage.open': () => {
        throw new Refusal('wrong-key');
      },
    });
    await user.type(await screen.findByLabelText('The passphrase they told you', { selector: 'input' }), passphrase);
    transport.answer('receivedPackage.open', () => ({ ...shown, sealedBy: 'passphrase' }));
    await user.click(screen.getByRole('button', { name: 'Open it with this passphrase' }));
    await user.click(await screen.findByRole('radio', { name: 'A new case' }));
    await user.type(screen.getByRole('textbox', { name: /^The name this person wants/ }), 'Sparrow');
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    await screen.findByRole('link', { name: 'Read it in the case, and answer it' });
    const way = { by: 'passphrase', passphrase };
    expect(transport.callsOf('receivedPackage.open')).toMatchObject([{ openWith }, { openWith: way }]);
    expect(transport.callsOf('receivedPackage.keep')).toMatchObject([{ openWith: way }]);
  });

  it('of our own, or one that was kept, says so and offers nothing', async () => {
    await choose({
      'receivedPackage.open': () => {
        throw new Refusal('rule-broken', { rule: 'package-own' });
      },
    });
    expect(await screen.findByText(/This package was made in this house/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Keep it' })).toBeNull();
    expect(screen.queryByLabelText('The passphrase they told you', { selector: 'input' })).toBeNull();
  });

  it('with a file that is not taken in names the file, and can be left', async () => {
    const { user } = await choose({
      'receivedPackage.keep': () => {
        throw new Refusal('file-kind-refused', { file: 'file-1.pdf' });
      },
    });
    await user.click(await screen.findByRole('radio', { name: 'A new case' }));
    await user.type(screen.getByRole('textbox', { name: /^The name this person wants/ }), 'Sparrow');
    await user.click(screen.getByRole('checkbox', { name: /^Letter of the nurse/ }));
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(await screen.findByText(/^It is about the file file-1\.pdf/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Leave it, keep nothing' }));
    expect(screen.queryByRole('region', { name: 'Needs' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Choose a package' })).toBeVisible();
  });

  it('whose day is past says so before it is kept', async () => {
    await choose({ 'receivedPackage.open': () => ({ ...shown, usableUntil: '2026-01-31', keptBefore: true }) });
    expect(await screen.findByText(/^It could be used until 31 January 2026/)).toBeVisible();
    expect(screen.getByText(/Its words were not compared/)).toBeVisible();
  });
});

describe('on the case', () => {
  it('what others told stands beside what left', async () => {
    openScreen(fakeTransport({ ...answers, 'receivedPackage.list': () => [line] }), `/cases/${ids.heron}/consents`);
    const sheet = await screen.findByRole('region', { name: 'From others' });
    expect(await within(sheet).findByRole('link', { name: /^Told by Harbour House on / })).toHaveAttribute(
      'href',
      `/cases/${ids.heron}/received/${kept.id}`,
    );
    expect(await wcagViolations()).toEqual([]);
  });

  it('says first whose word it is, with the pronouns of the record, and how it came', async () => {
    openScreen(fakeTransport(answers), `/cases/${ids.heron}/received/${kept.id}`);
    expect(
      await screen.findByText(
        /^Told by Harbour House on .*It is the word of that house, not her own, until she says so\.$/,
      ),
    ).toBeVisible();
    expect(screen.getByText('“My tooth, upper left”')).toBeVisible();
    const came = screen.getByRole('region', { name: 'How it came here' });
    expect(within(came).getByText('The six words were compared')).toBeVisible();
    expect(within(came).getByText(HASH)).toBeVisible();
    const carried = screen.getByRole('region', { name: 'The files in it' });
    expect(within(carried).getByText('brought in')).toBeVisible();
    expect(within(carried).getByText('not brought in')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });

  it('speaks of them in the plural where no pronoun is known', async () => {
    const get = () => ({ ...caseOf, pronouns: '' });
    openScreen(fakeTransport({ ...answers, 'caseFile.get': get }), `/cases/${ids.heron}/received/${kept.id}`);
    expect(await screen.findByText(/It is the word of that house, not their own, until they say so\.$/)).toBeVisible();
  });

  it('is not shown under another case', async () => {
    const get = () => ({ ...kept, caseFileId: ids.maple });
    openScreen(fakeTransport({ ...answers, 'receivedPackage.get': get }), `/cases/${ids.heron}/received/${kept.id}`);
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(screen.queryByText('“My tooth, upper left”')).toBeNull();
  });
});

describe('answering a package', () => {
  const path = `/cases/${ids.heron}/received/${kept.id}`;
  const reply = {
    ...{ ...mark(1), id: id('f3'), caseFileId: ids.heron, receivedPackageId: kept.id, recipientName: 'Harbour House' },
    ...{ answer: 'WAITING_LIST', answeredOn: '2026-11-23', note: 'A bed in June.', sentAt: kept.receivedAt },
    ...{ fileName: 'r-zzzzzzzz.age', sha256: HASH, replyNumber: 'cd'.repeat(16) },
  };

  it('needs an answer, a yes that was asked for and a place to write it to, and then says whether the stick is free', async () => {
    const transport = fakeTransport({ ...answers, 'sentReply.write': () => ({ reply, stick: 'safe-to-remove' }) });
    const { user } = openScreen(transport, path, choosing());
    await user.click(await screen.findByRole('button', { name: 'Answer them' }));
    const write = screen.getByRole('button', { name: 'Seal it and write it' });
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
    expect(screen.getByRole('checkbox', { name: 'I asked her, and she said yes to this answer' })).not.toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'On our waiting list' }));
    await user.type(screen.getByLabelText('A note, if there is more to say'), 'A bed in June.');
    await user.click(screen.getByRole('button', { name: 'Choose the stick or a folder' }));
    expect(write).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: /^I asked her/ }));
    expect(await wcagViolations()).toEqual([]);
    transport.answer('sentReply.list', () => [reply]);
    await user.click(write);
    expect(await screen.findByText(/^Saved and checked\./)).toBeVisible();
    const list = await screen.findByRole('list', { name: 'What we answered' });
    expect(within(list).getByText('23 November 2026, Ana: On our waiting list')).toBeVisible();
    expect(within(list).getByText('A bed in June.')).toBeVisible();
    const asked = { receivedPackageId: kept.id, answer: 'WAITING_LIST', note: 'A bed in June.', asked: true };
    expect(transport.callsOf('sentReply.write')).toEqual([{ ...asked, folder: HANDLE }]);
  });

  it('that does not say how it is answered is left to the telephone', async () => {
    const transport = fakeTransport({ ...answers, 'receivedPackage.get': () => ({ ...kept, canAnswer: false }) });
    openScreen(transport, path, choosing());
    expect(await screen.findByText(/Answer them by telephone/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Answer them' })).toBeNull();
  });
});

describe('our key', () => {
  it('is made, shown with its six words, and written to a stick', async () => {
    const transport = fakeTransport({
      ...answers,
      'receivingKey.get': () => null,
      'receivingKey.make': () => key,
      'receivingKey.handOver': () => ({ stick: 'safe-to-remove' }),
    });
    const { user } = openScreen(transport, '/partners', choosing());
    const sheet = await screen.findByRole('region', { name: 'Our key, for others who send to us' });
    expect(within(sheet).queryByRole('button', { name: 'Write it to a stick' })).toBeNull();
    transport.answer('receivingKey.get', () => key);
    await user.click(within(sheet).getByRole('button', { name: 'Make our key' }));
    expect(await within(sheet).findByText(words.join(' '))).toBeVisible();
    await user.click(within(sheet).getByText('The whole key, as a picture and as text'));
    expect(within(sheet).getByText(key.recipient)).toBeVisible();
    await user.click(within(sheet).getByRole('button', { name: 'Write it to a stick' }));
    expect(await within(sheet).findByText(/^Saved and checked\./)).toBeVisible();
    expect(transport.callsOf('receivingKey.handOver')).toEqual([{ folder: HANDLE }]);
    expect(await wcagViolations()).toEqual([]);
  });

  it('gives way to a new one after a question, and an earlier one is ended after another', async () => {
    const earlier = [
      { recipient: `age1${'q'.repeat(58)}`, fingerprintWords: words.toReversed(), madeAt: null, endedAt: null },
    ];
    const transport = fakeTransport({
      ...answers,
      'receivingKey.get': () => ({ ...key, earlier }),
      'receivingKey.change': () => key,
      'receivingKey.end': () => key,
    });
    const { user } = openScreen(transport, '/partners', choosing());
    const sheet = await screen.findByRole('region', { name: 'Our key, for others who send to us' });
    await user.click(within(sheet).getByRole('button', { name: 'Make a new key' }));
    const asked = await screen.findByRole('dialog');
    expect(transport.callsOf('receivingKey.change')).toEqual([]);
    await user.click(within(asked).getByRole('button', { name: 'Make a new key' }));
    expect(transport.callsOf('receivingKey.change')).toEqual([{ replaces: key.recipient }]);
    const before = within(sheet).getByRole('region', { name: 'Earlier keys' });
    expect(within(before).getByText(words.toReversed().join(' '))).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
    await user.click(within(before).getByRole('button', { name: 'End this key' }));
    await user.click(await screen.findByRole('button', { name: 'End the earlier key' }));
    expect(transport.callsOf('receivingKey.end')).toEqual([{ recipient: earlier[0]!.recipient }]);
  });

  it('that was changed meanwhile is told to whoever reads a package to the earlier one', async () => {
    await choose({ 'receivedPackage.open': () => ({ ...shown, toEarlierKey: true }) });
    expect(await screen.findByText(/^It was sealed to an earlier key of ours\./)).toBeVisible();
  });
});
