// What the house keeps: taken in with both who say so, given back whenever she asks, and a device asked about before it goes quiet.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Role } from '#shared/contract/operation';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers } from '../helpers/case-answers.ts';
import { type Answer, fakeTransport, type FakeTransport, Refusal } from '../helpers/fake-transport.ts';
import { ids, signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const id = (end: string): string => `01920000-0000-7000-8000-0000000000${end}`;
const heron = { caseFileId: ids.heron, nameUsed: 'Heron', caseNumber: '7K2-F9Q' };
const takenIn = { on: '2026-05-02', by: { id: ids.ana, name: 'Sam' }, yes: 'ON_PAPER' };
const thing = (end: string, change: object = {}) => ({
  ...{ id: id(end), revision: 1, kind: 'PAPER', what: 'Passport', place: 'Safe 2', takenIn },
  ...{ device: null, givenBack: null },
  ...change,
});
const talked = { ifQuiet: 'MAY_ALARM', evidence: 'WANTED', agreed: 'She tells him that it fell into the sink.' };
const phone = (told: object | null) =>
  thing('d1', {
    ...{ kind: 'DEVICE', what: 'Phone with a red cover', place: 'Tin 1' },
    device: { type: 'PHONE', state: 'OFF', talked: told },
  });

const answering = (role: Role, more: Readonly<Record<string, Answer>> = {}): FakeTransport =>
  fakeTransport({
    ...caseAnswers,
    'session.status': () => ({ ...signedIn, person: { ...signedIn.person, role } }),
    'caseFile.houseList': () => [{ ...heron, pronouns: '', openNeeds: 0 }],
    'keptThing.list': () => ({
      things: [
        { kind: 'PAPER', what: 'Passport', place: 'Safe 2', since: '2026-05-02', of: heron },
        { kind: 'DEVICE', what: 'Phone with a red cover', place: 'Tin 1', since: '2026-05-02', of: null },
      ],
    }),
    'keptThing.ofCase': () => ({ of: heron, isHere: true, things: [thing('a1'), phone(null)] }),
    'keptThing.takeIn': () => ({ thingId: id('a2') }),
    'keptThing.layAside': () => ({ thingId: id('a3') }),
    'keptThing.giveBack': () => ({}),
    'keptThing.move': () => ({}),
    'keptThing.agree': () => ({}),
    ...more,
  });
const OF = `/house/things/of/${ids.heron}`;
const form = () => screen.findByRole('form', { name: 'Take something in' });

describe('the register', () => {
  it('says by place what lies here, leads to whose it is, and names nobody for a device', async () => {
    const { user } = openScreen(answering('house-staff'), '/house/things');
    const aside = await screen.findByRole('region', { name: 'Laid aside, because it may be followed' });
    expect(within(aside).getByText('Phone with a red cover')).toBeVisible();
    expect(aside).not.toHaveTextContent('Heron');
    const here = screen.getByRole('region', { name: 'What lies here' });
    expect(within(here).getByRole('link', { name: /Heron/ })).toHaveAttribute('href', OF);
    expect(screen.getByRole('link', { name: 'Things kept' })).toHaveAttribute('aria-current', 'page');
    expect(await wcagViolations()).toEqual([]);
    await user.click(screen.getByRole('combobox', { name: 'Choose who lives here' }));
    await user.click(await screen.findByRole('option', { name: 'Heron' }));
    expect(await screen.findByText(/^It is theirs, whatever it is/)).toBeVisible();
  });

  it('says that nothing is kept, and what could not be read', async () => {
    const empty = openScreen(answering('house-staff', { 'keptThing.list': () => ({ things: [] }) }), '/house/things');
    expect(await screen.findByText('Nothing is kept for anybody.')).toBeVisible();
    empty.unmount();
    const refuse = () => {
      throw new Refusal('vault-damaged');
    };
    openScreen(answering('house-staff', { 'keptThing.list': refuse }), '/house/things');
    expect(await screen.findByRole('alert')).toBeVisible();
  });
});

describe('the things of one person', () => {
  it('are taken in only when both have said so', async () => {
    const transport = answering('house-staff');
    const { user } = openScreen(transport, OF);
    const fields = within(await form());
    await user.type(fields.getByLabelText('What it is'), 'Green suitcase');
    await user.type(fields.getByLabelText('Where it lies'), 'Cellar C');
    await user.click(fields.getByRole('button', { name: 'Take it in' }));
    expect(await fields.findByRole('alert')).toHaveTextContent('Say how they said yes, and that you have it.');
    expect(transport.callsOf('keptThing.takeIn')).toEqual([]);
    await user.click(fields.getByLabelText('Said it to me'));
    await user.click(fields.getByLabelText('I have it here, and it lies there now'));
    await user.click(fields.getByRole('button', { name: 'Take it in' }));
    const sent = { caseFileId: ids.heron, what: 'Green suitcase', place: 'Cellar C', yes: 'ALOUD', kind: 'BELONGING' };
    await waitFor(() => expect(transport.callsOf('keptThing.takeIn')).toEqual([sent]));
    await waitFor(() => expect(fields.getByLabelText('What it is')).toHaveValue(''));
    expect(await wcagViolations()).toEqual([]);
  });

  it('go back with the keyboard alone, with a yes, to her or to whom she names', async () => {
    const transport = answering('house-staff');
    const { user } = openScreen(transport, OF);
    (await screen.findByRole('button', { name: 'Give it back: Passport' })).focus();
    await user.keyboard('{Enter}');
    const back = await screen.findByRole('form', { name: 'Give it back' });
    const go = within(back).getByRole('button', { name: 'Give it back' });
    expect(go).toBeDisabled();
    within(back).getByLabelText('Signed on paper').focus();
    await user.keyboard(' ');
    await user.tab();
    await user.keyboard('Her sister');
    go.focus();
    await user.keyboard('{Enter}');
    const sent = { thingId: id('a1'), basedOn: 1, yes: 'ON_PAPER', to: 'Her sister' };
    await waitFor(() => expect(transport.callsOf('keptThing.giveBack')).toEqual([sent]));
  });

  it('lie elsewhere when that is said', async () => {
    const transport = answering('house-staff');
    const { user } = openScreen(transport, OF);
    await user.click(await screen.findByRole('button', { name: 'It lies elsewhere now: Passport' }));
    const keep = await screen.findByRole('button', { name: 'Keep this' });
    expect(keep).toBeDisabled();
    const move = within(keep.closest('form')!);
    await user.clear(move.getByLabelText('Where it lies'));
    await user.type(move.getByLabelText('Where it lies'), 'Safe 3');
    await user.click(keep);
    const sent = { thingId: id('a1'), basedOn: 1, place: 'Safe 3' };
    await waitFor(() => expect(transport.callsOf('keptThing.move')).toEqual([sent]));
  });

  it('are only given back when she lives here no more, and what went back says to whom', async () => {
    const givenBack = { on: '2026-05-03', by: null, yes: 'ALOUD', to: 'Her sister' };
    const ofCase = () => ({ of: heron, isHere: false, things: [thing('a1', { givenBack })] });
    openScreen(answering('house-staff', { 'keptThing.ofCase': ofCase }), OF);
    expect(
      await screen.findByText(/^Handed to .*Her sister.* by a colleague on 3 May 2026, with a yes aloud$/),
    ).toBeVisible();
    expect(screen.getByText('Nothing is kept for this person.')).toBeVisible();
    expect(screen.queryByRole('form')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Give it back/ })).toBeNull();
  });
});

describe('a device', () => {
  it('is asked about before it goes quiet, and laid aside as it is', async () => {
    const transport = answering('house-staff');
    const { user } = openScreen(transport, OF);
    const fields = within(await form());
    await user.click(screen.getByText('A device'));
    await user.selectOptions(fields.getByLabelText('How it is now'), 'Off, in a tin');
    expect(await fields.findByText(/^Nobody has asked yet what could happen/)).toBeVisible();
    await user.selectOptions(fields.getByLabelText('Would somebody notice if it went quiet?'), 'It may alarm somebody');
    await user.selectOptions(fields.getByLabelText('May what is on it be evidence?'), 'Keep it as it is, as evidence');
    expect(fields.getByText(/^Somebody may be alarmed/)).toBeVisible();
    await user.type(fields.getByLabelText('What you agreed on'), talked.agreed);
    expect(fields.queryByText(/^Somebody may be alarmed/)).toBeNull();
    await user.type(fields.getByLabelText('What it is'), 'Phone');
    await user.type(fields.getByLabelText('Where it lies'), 'Tin 1');
    await user.click(fields.getByLabelText('Said it to me'));
    await user.click(fields.getByLabelText('I have it here, and it lies there now'));
    await user.click(fields.getByRole('button', { name: 'Lay it aside' }));
    const device = { type: 'PHONE', state: 'IN_TIN', ...talked };
    const sent = { caseFileId: ids.heron, what: 'Phone', place: 'Tin 1', yes: 'ALOUD', device };
    await waitFor(() => expect(transport.callsOf('keptThing.layAside')).toEqual([sent]));
    expect(await wcagViolations()).toEqual([]);
  });

  it('tells house staff what not to do with it, and not what was agreed', async () => {
    openScreen(answering('house-staff'), OF);
    expect(await screen.findByText(/Do not switch it on\.$/)).toBeVisible();
    expect(screen.getByText('What was agreed is read by those who work with this person.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Talk it over/ })).toBeNull();
  });

  it('is talked over by who works with her', async () => {
    const ofCase = () => ({ of: heron, isHere: true, things: [phone(talked)] });
    const transport = answering('case-manager', { 'keptThing.ofCase': ofCase });
    const { user } = openScreen(transport, OF);
    expect(await screen.findByText(talked.agreed)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Talk it over: Phone with a red cover' }));
    const keep = await screen.findByRole('button', { name: 'Keep this' });
    const fields = within(keep.closest('form')!);
    await user.clear(fields.getByLabelText('What you agreed on'));
    expect(keep).toBeDisabled();
    await user.selectOptions(fields.getByLabelText('How it is now'), 'On, as it was');
    await user.click(keep);
    const sent = { thingId: id('d1'), basedOn: 1, ...talked, agreed: '', state: 'ON' };
    await waitFor(() => expect(transport.callsOf('keptThing.agree')).toEqual([sent]));
  });

  it('stands on Today as a word to the house, without a name', async () => {
    const words = [
      { place: 'Tin 1', type: 'PHONE', isOn: false, since: '2026-05-02' },
      { place: 'Shed', type: 'TRACKER', isOn: true, since: '2026-05-02' },
    ];
    const get = () => ({ ...caseAnswers['today.get'](), laidAside: words });
    openScreen(answering('house-staff', { 'today.get': get }), '/today');
    const sheet = await screen.findByRole('region', { name: 'Laid aside in the house' });
    expect(within(sheet).getByText(/laid aside at .*Tin 1.*\. Do not switch it on\.$/)).toBeVisible();
    expect(within(sheet).getByText(/at .*Shed.*\. It is on and stays on\. Leave it there\.$/)).toBeVisible();
    expect(await wcagViolations()).toEqual([]);
  });
});
