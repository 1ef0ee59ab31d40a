// Staff and volunteers: the table that is walked with the arrow keys, one colleague, one's own training, the gates and the courses.
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { courseStarters } from '#shared/records/course-starters';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, caseOf, mark } from '../helpers/case-answers.ts';
import { type FakeTransport, fakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const id = (end: string): string => `01920000-0000-7000-8000-0000000000${end}`;
const jo = { id: id('02'), name: 'Jo' };
const ana = { id: ids.ana, name: 'Ana' };
const courses = courseStarters.slice(0, 3).map((one) => ({ ...one, mandatoryFor: [...one.mandatoryFor] }));
const cell = (code: string, status: string, expiresOn: string | null = null) => ({
  ...{ code, status, isMandatory: true, expiresOn },
  doneOn: status === 'MISSING' ? null : '2025-05-02',
});
const anas = {
  person: ana,
  role: 'director',
  cells: [cell('DATA', 'CURRENT'), cell('CONFIDENTIALITY', 'CURRENT'), cell('MINORS', 'CURRENT')],
  lacking: [],
  cases: 0,
  cap: null,
};
const jos = {
  person: jo,
  role: 'case-manager',
  cells: [cell('DATA', 'CURRENT'), cell('CONFIDENTIALITY', 'EXPIRED', '2026-01-03'), cell('MINORS', 'MISSING')],
  lacking: ['AGREEMENT', 'DETERMINATION', 'MINORS_COURSE'],
  cases: 12,
  cap: 10,
};
const line = {
  ...{ id: id('c1'), revision: 1, staffMemberId: jo.id, courseCode: 'DATA', on: '2025-05-02', hours: 1 },
  ...{ provider: 'Clinic A', evidence: 'folder 3', expiresOn: '2026-05-02', struck: null },
};
const joTraining = {
  ...jos,
  ...{ courses, agreementOn: null, minorsOn: null, hasLeft: false, completions: [line] },
};
const gate = {
  ...{ isOn: false, since: null, reason: '', revision: 0 },
  heldBack: [{ person: jo, lacking: jos.lacking, pastUntil: null }],
};
const facts = {
  ...{ staffMemberId: jo.id, languages: ['Spanish'], startedOn: '2025-01-07', endsOn: null, screening: null },
  ...{ agreementOn: null, minorsOn: null, caseloadCap: 10, revision: 1 },
};
const as = (role: string) => () => ({ ...signedIn, person: { ...signedIn.person, role } });

let transport: FakeTransport;
beforeEach(() => {
  transport = fakeTransport({
    'session.status': () => signedIn,
    'training.matrix': () => ({ courses, rows: [anas, jos], current: 4, required: 6, percent: 67 }),
    'trainingGate.get': () => gate,
    'trainingGate.turn': () => ({ ...gate, isOn: true, since: signedIn.now, revision: 1 }),
    'training.ofColleague': () => joTraining,
    'training.own': () => joTraining,
    'training.complete': () => line,
    'training.strike': () => line,
    'colleagueFacts.get': () => facts,
    'colleagueFacts.save': () => ({ ...facts, revision: 2 }),
    'supervision.ofColleague': () => [],
    'supervision.own': () => [
      { id: id('d1'), revision: 1, staffMemberId: jo.id, on: '2026-04-20', kind: 'WELLBEING', minutes: 45 },
    ],
    'supervision.add': () => ({
      id: id('d1'),
      revision: 1,
      staffMemberId: jo.id,
      on: '2026-04-20',
      kind: 'CASE',
      minutes: 60,
    }),
    'course.list': () => ({ courses, revision: 0 }),
    'course.save': () => ({ courses, revision: 1 }),
  });
});

describe('the table', () => {
  it('says of every person and course how it stands, in words, and how much counts', async () => {
    openScreen(transport, '/team');
    const grid = await screen.findByRole('grid', { name: 'Who has learnt what' });
    expect(screen.getByText('4 of 6 courses that are asked for count today: 67 %.')).toBeVisible();
    expect(within(grid).getByRole('link', { name: 'Jo, Work with minors: Not done' })).toBeVisible();
    expect(within(grid).getByText('Ran out 3 January 2026')).toBeVisible();
    expect(screen.getByText('12 cases, more than the 10 that are agreed')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });

  it('is one stop of the Tab key, walked through with arrows and entered with Enter', async () => {
    const { user } = openScreen(transport, '/team');
    const grid = await screen.findByRole('grid');
    const cells = within(grid).getAllByRole('link');
    expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    cells[0]!.focus();
    await user.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toHaveAccessibleName('Jo, Work with minors: Not done');
    expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    await user.keyboard('{Home}');
    expect(document.activeElement).toHaveAccessibleName('Ana, Work with minors: Counts');
    await user.keyboard('{End}{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Jo' })).toBeVisible();
  });

  it('shows only what is missing when asked', async () => {
    const { user } = openScreen(transport, '/team');
    await screen.findByRole('grid');
    await user.click(screen.getByText('What is missing'));
    const grid = screen.getByRole('grid');
    expect(within(grid).queryByText('Ana')).toBeNull();
    expect(within(grid).queryByText('This program, and how devices are handled')).toBeNull();
    expect(within(grid).getByText('Not done')).toBeVisible();
  });
});

describe('the gates', () => {
  it('name whom they will hold back before they are switched on, and ask for a reason to be switched off', async () => {
    const { user } = openScreen(transport, '/team');
    const sheet = await screen.findByRole('region', { name: 'What training opens' });
    expect(within(sheet).getByText(/confidentiality agreement, determination for work/)).toBeVisible();
    await user.click(within(sheet).getByRole('button', { name: 'Switch it on' }));
    const dialog = await screen.findByRole('dialog', { name: 'Switch on what training opens?' });
    expect(within(dialog).getByText('Jo')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
    transport.answer('trainingGate.get', () => ({ ...gate, isOn: true, since: signedIn.now, revision: 1 }));
    await user.click(within(dialog).getByRole('button', { name: 'Switch it on' }));
    await user.click(await screen.findByRole('button', { name: 'Switch it off' }));
    const off = await screen.findByRole('dialog', { name: 'Switch off what training opens?' });
    await user.click(within(off).getByRole('button', { name: 'Switch it off' }));
    expect(within(off).getByText('Write one line that a colleague will understand.')).toBeVisible();
    expect(transport.callsOf('trainingGate.turn')).toEqual([{ basedOn: 0, isOn: true, reason: '' }]);
  });
});

describe('one colleague', () => {
  it('has what is known and learnt on one page, and a course is written down there', async () => {
    const { user } = openScreen(transport, `/team/${jo.id}`);
    expect(await screen.findByRole('heading', { level: 1, name: 'Jo' })).toBeVisible();
    expect(await screen.findByText('7 January 2025')).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('combobox', { name: 'Which course' }));
    await user.click(await screen.findByRole('option', { name: 'Work with minors', hidden: true }));
    await user.type(screen.getByLabelText('Who taught it'), 'The child line');
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(await screen.findByText('Written down.')).toBeVisible();
    expect(transport.callsOf('training.complete')).toMatchObject([
      { staffMemberId: jo.id, courseCode: 'MINORS', hours: 4, provider: 'The child line' },
    ]);
  });

  it('has lines that are struck with a reason, and facts that are changed', async () => {
    const { user } = openScreen(transport, `/team/${jo.id}`);
    await user.click(await screen.findByRole('button', { name: /^Strike: This program/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Strike this line?' });
    await user.type(within(dialog).getByLabelText('Why'), 'That was Lena');
    await user.click(within(dialog).getByRole('button', { name: 'Strike' }));
    await waitFor(() =>
      expect(transport.callsOf('training.strike')).toEqual([
        { completionId: line.id, basedOn: 1, reason: 'That was Lena' },
      ]),
    );
    const known = screen.getByRole('region', { name: 'What is known' });
    await user.click(within(known).getByRole('button', { name: 'Change' }));
    await user.type(within(known).getByLabelText('Confidentiality agreement signed on'), '2 May 2026');
    await user.tab();
    expect(await wcagViolations()).toEqual([]);
    await user.click(within(known).getByRole('button', { name: 'Keep this' }));
    await waitFor(() =>
      expect(transport.callsOf('colleagueFacts.save')).toMatchObject([
        { staffMemberId: jo.id, basedOn: 1, agreementOn: '2026-05-02', minorsOn: null, caseloadCap: 10 },
      ]),
    );
  });
});

describe('everybody else', () => {
  it('sees what they have done themselves, and asks for nothing of others', async () => {
    transport.answer('session.status', as('house-staff'));
    openScreen(transport, '/team');
    expect(await screen.findByRole('heading', { level: 1, name: 'My training' })).toBeVisible();
    expect(screen.getByText('How you are')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Strike/ })).toBeNull();
    expect(transport.callsOf('training.matrix')).toEqual([]);
    expect(await wcagViolations()).toEqual([]);
  });
});

describe('the courses', () => {
  it('are added to and changed; those that open something stay', async () => {
    const { user } = openScreen(transport, '/team/courses');
    await user.click(await screen.findByRole('button', { name: 'Add a course' }));
    expect(screen.getByRole('button', { name: 'Keep this course' })).toBeDisabled();
    await user.type(screen.getByLabelText('What it is about'), 'Forty hours');
    await user.click(screen.getByRole('checkbox', { name: 'Case manager' }));
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Keep this course' }));
    await waitFor(() =>
      expect(transport.callsOf('course.save')).toMatchObject([
        { basedOn: 0, code: null, topic: 'Forty hours', mandatoryFor: ['case-manager'], renewMonths: 12 },
      ]),
    );
    await user.click(await screen.findByRole('button', { name: 'Change: Work with minors' }));
    expect(screen.queryByRole('button', { name: 'Take it off the list' })).toBeNull();
  });
});

describe('leaving the house', () => {
  const of = { caseFileId: ids.heron, nameUsed: 'Heron', caseNumber: '7K2-F9Q' };
  const mara = { id: id('03'), name: 'Mara' };
  const leaving = {
    ...{ person: jo, role: 'case-manager', hasLeft: false, done: ['KEYS'], revision: 1 },
    cases: [{ of, others: [], isMinor: true, wish: { answer: 'SAID', words: 'A woman, please' } }],
    papers: [{ id: id('e1'), of, sheet: 'NEEDS_LIST', at: signedIn.now, shredOn: '2026-12-01' }],
    media: [{ id: id('e2'), kind: 'BACKUP', words: 'BLUE', at: signedIn.now }],
    lookBack: {
      ...{ since: '2026-10-29', entries: 40, refused: 2 },
      cases: [{ of, times: 12, lastAt: signedIn.now }],
      acts: [{ kind: 'print', times: 3, lastAt: signedIn.now }],
    },
  };
  const team = { now: [], before: [], others: [{ person: mara, as: 'case-manager', lacking: ['MINORS_COURSE'] }] };
  beforeEach(() => {
    transport.answer('leaving.get', () => leaving);
    transport.answer('leaving.tick', () => leaving);
    transport.answer('caseAssignment.team', () => team);
  });

  it('shows what each person wishes, what is out, and the last 30 days', async () => {
    openScreen(transport, `/team/${jo.id}/leaving`);
    expect(await screen.findByRole('heading', { level: 1, name: 'Jo leaves the house' })).toBeVisible();
    expect(screen.getByText('A woman, please')).toBeVisible();
    expect(screen.getByText(/printed .*, to be destroyed by 1 December 2026/)).toBeVisible();
    expect(screen.getByText(/Backup on “BLUE”/)).toBeVisible();
    expect(screen.getByText('40 entries, asked 2 times for something closed')).toBeVisible();
    expect(screen.getByText('1 case is not handed on yet.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Go to Who has access' })).toHaveAttribute('href', '/safekeeping');
    expect(await wcagViolations()).toEqual([]);
  });

  it('hands a case on, past the gate only with a reason, and ticks off what came back', async () => {
    transport.answer('caseAssignment.handOver', ({ goPast }: { goPast: string }) => {
      if (goPast === '') throw new Refusal('rule-broken', { rule: 'minors-course' });
      return team;
    });
    const { user } = openScreen(transport, `/team/${jo.id}/leaving`);
    await user.click(await screen.findByRole('checkbox', { name: /^Sticks and disks/ }));
    expect(transport.callsOf('leaving.tick')).toEqual([
      { staffMemberId: jo.id, basedOn: 1, item: 'STICKS', isDone: true },
    ]);
    await user.click(screen.getByRole('combobox', { name: 'Who works with Heron from now on' }));
    await user.click(await screen.findByRole('option', { name: /^Mara/, hidden: true }));
    await user.click(screen.getByRole('button', { name: 'Hand on: Heron' }));
    await user.type(await screen.findByLabelText('Why'), 'She knows her from the school');
    await user.click(screen.getByRole('button', { name: 'Hand on: Heron' }));
    await waitFor(() => expect(transport.callsOf('caseAssignment.handOver')).toHaveLength(2));
    expect(transport.callsOf('caseAssignment.handOver')[1]).toMatchObject({
      ...{ from: jo.id, staffMemberId: mara.id, goPast: 'She knows her from the school' },
    });
  });

  it('leads to the end of access when nothing waits', async () => {
    transport.answer('leaving.get', () => ({ ...leaving, cases: [] }));
    openScreen(transport, `/team/${jo.id}/leaving`);
    expect(await screen.findByText('Nothing waits here any more.')).toBeVisible();
    expect(screen.getByText('No open case is left with Jo.')).toBeVisible();
  });
});

describe('what somebody wishes about who works with her', () => {
  it('is written down in her words, or that she did not want to say', async () => {
    const vault = fakeTransport({
      ...caseAnswers,
      'caseFile.get': () => ({ ...caseOf, reach: { open: true, until: null } }),
      'caseAssignment.team': () => ({ now: [], before: [], others: [] }),
      'workerWish.save': () => ({ ...mark(1), caseFileId: ids.heron, answer: 'SAID', words: 'A woman, please' }),
    });
    const { user } = openScreen(vault, `/cases/${ids.heron}/people`);
    const wish = await screen.findByRole('region', { name: 'Wishes about who works with her' });
    expect(within(wish).getByText('Not asked yet')).toBeVisible();
    await user.click(within(wish).getByRole('button', { name: 'Write it down' }));
    await user.type(within(wish).getByLabelText('In their words'), 'A woman, please');
    expect(await wcagViolations()).toEqual([]);
    await user.click(within(wish).getByRole('button', { name: 'Keep it' }));
    await waitFor(() =>
      expect(vault.callsOf('workerWish.save')).toEqual([
        { caseFileId: ids.heron, basedOn: 0, answer: 'SAID', words: 'A woman, please' },
      ]),
    );
  });
});

describe('a case that the gate keeps closed', () => {
  it('says what is missing and whom to ask, and asks the vault for nothing of it', async () => {
    const vault = fakeTransport({
      ...caseAnswers,
      'session.status': as('case-manager'),
      'caseFile.get': () => ({ ...caseOf, reach: { open: false, until: null, lacking: ['AGREEMENT', 'DATA_COURSE'] } }),
      'caseAssignment.team': () => ({ now: [], before: [], others: [] }),
    });
    openScreen(vault, `/cases/${ids.heron}`);
    expect(await screen.findByRole('heading', { name: 'Not open to you yet' })).toBeVisible();
    expect(screen.getByText(/signed the confidentiality agreement/)).toBeVisible();
    expect(screen.getByText(/Ask the director/)).toBeVisible();
    expect(screen.queryByText('You do not work on this case')).toBeNull();
    expect(vault.callsOf('caseFile.summary')).toEqual([]);
    expect(await wcagViolations()).toEqual([]);
  });

  it('lets a director add somebody untrained to the case of a minor only with a reason', async () => {
    const others = [{ person: jo, as: 'case-manager', lacking: ['MINORS_COURSE'] }];
    const vault = fakeTransport({
      ...caseAnswers,
      'caseFile.get': () => ({ ...caseOf, reach: { open: false, until: null } }),
      'caseAssignment.team': () => ({ now: [], before: [], others }),
      'caseAssignment.assign': ({ goPast }: { goPast: string }) => {
        if (goPast === '') throw new Refusal('rule-broken', { rule: 'minors-course' });
        return { now: [], before: [], others: [] };
      },
    });
    const { user } = openScreen(vault, `/cases/${ids.heron}`);
    await user.click(await screen.findByRole('combobox', { name: 'Add a colleague' }));
    await user.click(await screen.findByRole('option', { name: /^Jo, Case manager, Not trained/, hidden: true }));
    await user.click(screen.getByRole('button', { name: 'Add to this case' }));
    expect(await screen.findByText(/has no course on work with minors that counts today/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Add all the same' }));
    expect(screen.getByText('Write one line that a colleague will understand.')).toBeVisible();
    await user.type(screen.getByLabelText('Why'), 'Nobody else is in the house tonight');
    await user.click(screen.getByRole('button', { name: 'Add all the same' }));
    await waitFor(() => expect(vault.callsOf('caseAssignment.assign')).toHaveLength(2));
    expect(vault.callsOf('caseAssignment.assign')[1]).toMatchObject({ goPast: 'Nobody else is in the house tonight' });
  });
});
