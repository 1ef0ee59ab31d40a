import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CaseFileId, RecordId, StaffMemberId } from '#shared/ids';
import { emptyExit, type ExitWritten, type StoredCaseExit } from '#shared/records/case-exit';
import type { StoredFollowUp } from '#shared/records/follow-up';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, caseOf, mark } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const caseFileId = CaseFileId.parse(ids.heron);
const stored = (exit: Partial<ExitWritten>): StoredCaseExit => ({
  ...mark(2),
  ...emptyExit,
  ...exit,
  id: RecordId.parse('01920000-0000-7000-8000-0000000000b1'),
  caseFileId,
  begunOn: '2026-11-22',
  finishedOn: null,
});
const followUp: StoredFollowUp = {
  ...mark(1),
  id: RecordId.parse('01920000-0000-7000-8000-0000000000b2'),
  caseFileId,
  exitId: RecordId.parse('01920000-0000-7000-8000-0000000000b1'),
  day: 30,
  dueOn: '2026-12-23',
  until: '2027-05-22',
  attempts: [{ at: 1, by: { id: StaffMemberId.parse(ids.ana), name: 'Ana' }, outcome: 'NOT_REACHED' }],
  end: null,
};
const path = `/cases/${ids.heron}/exit`;

const ofHeron = { caseFileId: ids.heron, nameUsed: 'Heron', caseNumber: '7K2-F9Q' };
const passport = {
  id: '01920000-0000-7000-8000-0000000000c1',
  revision: 1,
  kind: 'PAPER',
  what: 'Passport',
  place: 'Safe 2',
  takenIn: { on: '2026-11-02', by: { id: ids.ana, name: 'Ana' }, yes: 'ON_PAPER' },
  device: null,
  givenBack: null,
};

/** A vault that keeps the exit that is saved. */
function preparing() {
  let open: StoredCaseExit | null = null;
  return fakeTransport({
    ...caseAnswers,
    'keptThing.ofCase': () => ({ of: ofHeron, isHere: true, things: [] }),
    'caseExit.get': () => ({ open, last: null }),
    'caseExit.save': ({ exit }: { exit: ExitWritten }) => (open = stored(exit)),
    'caseExit.finish': () => stored({}),
  });
}

describe('moving out', () => {
  it('is a path that keeps every step, and passes WCAG on each', async () => {
    const transport = preparing();
    const { user } = openScreen(transport, path);
    fireEvent.change(await screen.findByLabelText('The day of moving out'), { target: { value: '2026-11-23' } });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Why' }), 'Moved on by choice');
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Next' }));
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'What kind of place comes next' }),
      'Rented, without a subsidy',
    );
    await user.click(screen.getByRole('button', { name: 'Next' }));
    const list = await screen.findByRole('region', { name: 'Before the door' });
    const later = within(list).getAllByRole('radio', { name: 'Later' });
    await user.click(later[3]!);
    fireEvent.change(screen.getByRole('textbox', { name: /^Why later: Copies/ }), {
      target: { value: 'The printer.' },
    });
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Next' }));
    await user.click(await screen.findByRole('radio', { name: 'Yes' }));
    fireEvent.change(screen.getByRole('textbox', { name: /without putting her at risk/ }), {
      target: { value: 'Text only.' },
    });
    expect(await screen.findByText(/23 December 2026, 21 February 2027, 22 May 2027/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByRole('button', { name: 'Finish, and stay in touch' })).toBeVisible();
    expect(screen.getByText('8 lines are open')).toBeVisible();
    const saved = transport.callsOf('caseExit.save') as { exit: ExitWritten }[];
    expect(saved.at(-1)?.exit).toEqual({
      on: '2026-11-23',
      reason: 'MOVED_ON_BY_CHOICE',
      alternatives: '',
      destination: '410',
      checklist: { COPIES: { state: 'LATER', why: 'The printer.' } },
      followUp: { answer: 'YES', rules: 'Text only.', until: '2027-05-22' },
    });
  });

  it('shows what is still kept beside the line, and gives it back there with a yes', async () => {
    const transport = preparing();
    transport.answer('keptThing.ofCase', () => ({ of: ofHeron, isHere: true, things: [passport] }));
    transport.answer('keptThing.giveBack', () => ({}));
    const { user } = openScreen(transport, path);
    await user.click(await screen.findByRole('button', { name: 'Next' }));
    await user.click(await screen.findByRole('button', { name: 'Next' }));
    expect(await screen.findByText('1 thing is still kept here:')).toBeVisible();
    expect(screen.getByText(/due to go on the day of leaving/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Give it back: Passport' }));
    await user.click(await screen.findByRole('radio', { name: 'Said it to me' }));
    expect(await wcagViolations()).toEqual([]);
    const act = screen.getByRole('form', { name: 'Give it back' });
    await user.click(within(act).getByRole('button', { name: 'Give it back' }));
    await waitFor(() =>
      expect(transport.callsOf('keptThing.giveBack')).toEqual([
        { thingId: passport.id, basedOn: 1, yes: 'ALOUD', to: '' },
      ]),
    );
  });

  it('says who decides when somebody is asked to leave', async () => {
    const { user } = openScreen(preparing(), path);
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Why' }), 'Asked to leave');
    expect(screen.getByText(/A director decides this/)).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'What was offered instead' })).toBeVisible();
  });
});

describe('afterwards', () => {
  it('shows whom to ask, how that is safe, and keeps how it went', async () => {
    const transport = fakeTransport({
      ...caseAnswers,
      'caseFile.get': () => ({ ...caseOf, status: 'FOLLOW_UP' }),
      'caseExit.get': () => ({
        open: null,
        last: stored({
          on: '2026-11-23',
          reason: 'REUNITED',
          followUp: { answer: 'YES', rules: 'Text only.', until: '2027-05-22' },
        }),
      }),
      'followUp.list': () => [followUp],
      'followUp.attempt': () => followUp,
    });
    const { user } = openScreen(transport, path);
    expect(await screen.findByText('Agreed: Text only.')).toBeVisible();
    expect(await screen.findByText(/Not reached, Ana/)).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: /^How did it go/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Safe and well', hidden: true }));
    await waitFor(() =>
      expect(transport.callsOf('followUp.attempt')).toEqual([
        { followUpId: followUp.id, basedOn: 1, outcome: 'SAFE_OK' },
      ]),
    );
  });
});
