// Somebody is here again: a new file is opened, the earlier one is sealed and says so, and opens with their yes.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';
import type { EarlierFile } from '#shared/records/episode';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, caseOf, mark } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const NEWER = CaseFileId.parse('01920000-0000-7000-8000-0000000000aa');
const earlier: EarlierFile = {
  id: RecordId.parse('01920000-0000-7000-8000-0000000000bb'),
  revision: 1,
  agreement: null,
  file: null,
  namesHarm: true,
};
const ana = { id: StaffMemberId.parse(ids.ana), name: 'Ana' };
const agreement = { by: ana, on: '2026-11-22', how: 'SPOKEN' as const, takenBack: null };
const before = { caseFileId: NEWER, nameUsed: 'Wren', caseNumber: '4MT-6K3' };
const link = { caseFileId: ids.heron, id: earlier.id, basedOn: 1 };

function open(path: string, caseFile: object, more: Parameters<typeof fakeTransport>[0] = {}) {
  const whole = { ...caseOf, ...caseFile };
  const vault = fakeTransport({
    ...caseAnswers,
    'caseFile.get': ({ caseFileId }: { caseFileId: string }) => ({ ...whole, id: caseFileId }),
    'caseFile.summary': () => ({ ...caseAnswers['caseFile.summary'](), caseFile: caseOf }),
    'caseFile.timeline': () => ({ entries: [], total: 0 }),
    ...more,
  });
  return { vault, ...openScreen(vault, path) };
}
const closedOn = (on: string) => ({ status: 'CLOSED', closing: { on, reason: 'MOVED_ON_BY_CHOICE' } });

describe('a case that closed long ago', () => {
  it('is not opened again: a new file begins, and it is said before that the earlier one is sealed', async () => {
    const { vault, user } = open(`/cases/${ids.heron}/history`, closedOn('2024-11-20'), {
      'episode.open': () => ({ caseFileId: NEWER }),
    });
    await user.click(await screen.findByRole('button', { name: 'They are here again' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Open a new file for Heron?' }));
    expect(dialog.getByText(/Nobody reads it, and neither do you, until there is her yes/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'It was closed by mistake' })).toBeNull();
    expect(await wcagViolations()).toEqual([]);
    await user.clear(dialog.getByRole('textbox'));
    await user.type(dialog.getByRole('textbox'), 'Amina');
    await user.click(dialog.getByRole('button', { name: 'Open a new file' }));
    await waitFor(() => expect(vault.callsOf('episode.open')).toEqual([{ caseFileId: ids.heron, nameUsed: 'Amina' }]));
    await waitFor(() => expect(vault.callsOf('caseFile.get').at(-1)).toEqual({ caseFileId: NEWER }));
  });

  it('opens again as it was while closing it may have been a mistake', async () => {
    const { vault, user } = open(`/cases/${ids.heron}/history`, closedOn(new Date().toISOString().slice(0, 10)), {
      'caseFile.reopen': () => caseOf,
    });
    await user.click(await screen.findByRole('button', { name: 'It was closed by mistake' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Was this case closed by mistake?' }));
    await user.type(dialog.getByRole('textbox', { name: 'What happened' }), 'The wrong one');
    await user.click(dialog.getByRole('button', { name: 'It was closed by mistake' }));
    await waitFor(() => expect(vault.callsOf('caseFile.reopen')).toMatchObject([{ why: 'The wrong one' }]));
  });

  it('is where "someone new" begins when the name is known', async () => {
    const known = {
      cases: [{ caseFileId: caseOf.id, nameUsed: 'Heron', caseNumber: '7K2-F9Q', status: 'CLOSED' }],
      askWhom: [],
    };
    const { user } = open(
      '/cases/new',
      {},
      {
        'samePerson.look': () => known,
        'caseFile.search': () => ({ hits: [], more: false, newestOnly: false }),
        'episode.open': () => ({ caseFileId: NEWER }),
      },
    );
    await user.type(await screen.findByLabelText('What would this person like to be called here?'), 'Heron');
    await user.click(await screen.findByRole('button', { name: 'They are here again: Heron' }));
    expect(await screen.findByRole('dialog', { name: 'Open a new file for Heron?' })).toBeVisible();
  });
});

describe('the newer file', () => {
  it('says that there is an earlier one, to be careful, and keeps the yes with how it was said', async () => {
    const { vault, user } = open(
      `/cases/${ids.heron}`,
      { episodes: { earlier: [earlier], now: null } },
      {
        'episode.agree': () => ({}),
      },
    );
    expect(await screen.findByText('Here before. The earlier file is sealed.')).toBeVisible();
    expect(screen.getByText('It names people to be careful about. Ask her whom.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'She said yes to linking it' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Link the earlier file with her yes?' }));
    await user.click(dialog.getByRole('radio', { name: /On paper/ }));
    expect(await wcagViolations()).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Link it' }));
    await waitFor(() => expect(vault.callsOf('episode.agree')).toEqual([{ ...link, how: 'PAPER' }]));
  });

  it('linked, leads there and says who asked; the yes is taken back', async () => {
    const linked = { ...earlier, agreement, file: before };
    const { vault, user } = open(
      `/cases/${ids.heron}`,
      { episodes: { earlier: [linked], now: null } },
      {
        'episode.takeBack': () => ({}),
      },
    );
    expect(await screen.findByText('Here before. Linked with her yes, 22 November 2026.')).toBeVisible();
    expect(screen.getByText('Asked by Ana')).toBeVisible();
    expect(screen.getByRole('link', { name: /Wren/ })).toHaveAttribute('href', expect.stringContaining(NEWER));
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'The yes was taken back' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Seal the earlier file again?' }));
    await user.click(dialog.getByRole('button', { name: 'Seal it again' }));
    await waitFor(() => expect(vault.callsOf('episode.takeBack')).toEqual([link]));
  });

  it('of somebody else is parted by a director, with a reason', async () => {
    const { vault, user } = open(
      `/cases/${ids.heron}`,
      { episodes: { earlier: [earlier], now: null } },
      {
        'episode.part': () => ({}),
      },
    );
    await user.click(await screen.findByRole('button', { name: 'It was somebody else' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Is the earlier file of somebody else?' }));
    await user.click(dialog.getByRole('button', { name: 'Part them' }));
    expect(vault.callsOf('episode.part')).toEqual([]);
    await user.type(dialog.getByRole('textbox'), 'Another Heron');
    await user.click(dialog.getByRole('button', { name: 'Part them' }));
    await waitFor(() => expect(vault.callsOf('episode.part')).toEqual([{ ...link, why: 'Another Heron' }]));
  });
});

describe('what a director sees to of a sealed earlier file', () => {
  const file = { id: earlier.id, caseFileId: NEWER, caseNumber: '4MT-6K3' };
  const hold = {
    ...{ ...mark(2), id: RecordId.parse('01920000-0000-7000-8000-0000000000d1'), caseFileId: NEWER, reviews: [] },
    ...{ reason: 'A trial', authority: 'District court', placedBy: 'DIRECTOR', startedOn: '2026-11-01' },
    ...{ ended: null, reviewDueOn: '2027-01-30' },
  };
  const keeping = { class: 'CASE', ruleOn: '2025-11-20', eligibleOn: '2025-11-20', isHereAgain: true };
  const openHistory = (holds: readonly object[], more: Parameters<typeof fakeTransport>[0] = {}) =>
    open(
      `/cases/${ids.heron}/history`,
      { episodes: { earlier: [earlier], now: null } },
      {
        'episode.sealedFiles': () => [file],
        'legalHold.list': ({ caseFileId }: { caseFileId: string }) => (caseFileId === NEWER ? holds : []),
        'retention.ofCase': ({ caseFileId }: { caseFileId: string }) => (caseFileId === NEWER ? keeping : null),
        ...more,
      },
    );
  const sheet = async () => within(await screen.findByRole('region', { name: 'Sealed earlier file 4MT-6K3' }));

  it('until when it is kept, by its number; a hold is placed on it and not on the newer case', async () => {
    const { vault, user } = openHistory([], { 'legalHold.place': () => hold });
    const kept = await sheet();
    expect(await kept.findByText(/20 November 2025; it stays while this person has an open case here/)).toBeVisible();
    expect(kept.queryByText(/Wren|Heron/)).toBeNull();
    expect(await wcagViolations()).toEqual([]);
    await user.click(await kept.findByRole('button', { name: 'Place a legal hold' }));
    await user.type(kept.getByLabelText('Why'), 'A trial');
    await user.type(kept.getByLabelText('Who asks for it'), 'District court');
    await user.click(kept.getByRole('button', { name: 'Place it' }));
    const placed = { caseFileId: NEWER, reason: 'A trial', authority: 'District court', covers: [] };
    await waitFor(() => expect(vault.callsOf('legalHold.place')).toEqual([placed]));
  });

  it('a hold that stands is looked at; nothing is erased meanwhile', async () => {
    const { vault, user } = openHistory([hold], { 'legalHold.review': () => hold });
    const kept = await sheet();
    expect(await kept.findByText(/asked for by District court/)).toBeVisible();
    expect(kept.queryByRole('button', { name: 'Erase this at her wish' })).toBeNull();
    await user.click(kept.getByRole('button', { name: 'Looked at it: still needed' }));
    await waitFor(() => expect(vault.callsOf('legalHold.review')).toEqual([{ id: hold.id, basedOn: 2 }]));
  });

  it('it is erased at her wish, after a word about whom it keeps apart, by two', async () => {
    const mira = { id: ana.id.replace(/1$/, '2'), name: 'Mira', signInName: 'mira', role: 'case-manager', since: 1 };
    const { vault, user } = openHistory([], {
      'staffMember.list': () => [{ ...mira, disabledAt: null }],
      'retention.rules': () => ({ CASE: 365, INQUIRY: 30, SHARED: 1095, revision: 0 }),
      'retention.run': () => [],
    });
    const kept = await sheet();
    expect(await kept.findByText(/Whom it keeps apart is then no longer minded/)).toBeVisible();
    await user.click(kept.getByRole('button', { name: 'Erase this at her wish' }));
    await user.type(await screen.findByLabelText('Passphrase of Mira'), 'pepper saddle');
    expect(screen.getByText('4MT-6K3')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Erase for good now' }));
    await waitFor(() =>
      expect(vault.callsOf('retention.run')).toMatchObject([{ caseFileIds: [NEWER], reason: 'WISH' }]),
    );
  });

  it('is on no page of a case worker', async () => {
    const person = { id: ids.ana, name: 'Ana', role: 'case-manager' };
    const { vault } = openHistory([hold], { 'session.status': () => ({ ...signedIn, person }) });
    expect(await screen.findByText('How long this is kept')).toBeVisible();
    await screen.findByText('As long as the case is open.');
    expect(screen.queryByText(/4MT-6K3|District court/)).toBeNull();
    expect(vault.callsOf('episode.sealedFiles')).toEqual([]);
  });
});

it('what is due in a sealed file stands on Today by its number, and leads to the newer case', async () => {
  const due = { id: earlier.id, caseNumber: '4MT-6K3', nowCaseId: ids.heron };
  const { vault } = open(
    '/today',
    {},
    {
      'calendar.sinceLastShift': () => ({ since: null, entries: [], total: 0 }),
      'today.get': () => ({
        ...caseAnswers['today.get'](),
        sealedDue: [
          { ...due, kind: 'task', on: '2026-11-23' },
          { ...due, kind: 'legal-date', on: '2026-11-25' },
        ],
      }),
    },
  );
  const sheet = within(await screen.findByRole('region', { name: 'Due in sealed earlier files' }));
  expect(sheet.getAllByText('4MT-6K3')).toHaveLength(2);
  expect(sheet.getByRole('link', { name: 'A legal date' })).toHaveAttribute('href', `/cases/${ids.heron}/history`);
  expect(await wcagViolations()).toEqual([]);
  expect(vault.callsOf('caseFile.get')).toEqual([]);
});

it('the earlier file, once it is linked, says where the person is now', async () => {
  open(`/cases/${ids.heron}`, { ...closedOn('2024-11-20'), episodes: { earlier: [], now: before } });
  expect(await screen.findByText('An earlier file. What is new is written in the newer case.')).toBeVisible();
  expect(screen.getByRole('link', { name: /Wren/ })).toBeVisible();
});

it('a director keeps a case that ended as the earlier file of one that goes on', async () => {
  const { vault, user } = open(
    `/cases/${ids.heron}/family`,
    {},
    {
      'samePerson.ofCase': () => ({ cases: [{ ...before, status: 'CLOSED' as const }], askWhom: [] }),
      'episode.link': () => ({}),
    },
  );
  await user.click(await screen.findByRole('button', { name: 'It is from an earlier stay: Wren' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Is this the earlier file of the same person?' }));
  await user.click(dialog.getByRole('button', { name: 'Keep it as the earlier file' }));
  const asked = { caseFileId: ids.heron, earlierCaseFileId: NEWER };
  await waitFor(() => expect(vault.callsOf('episode.link')).toEqual([asked]));
});
