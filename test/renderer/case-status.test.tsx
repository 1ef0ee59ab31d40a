import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { wcagViolations } from '../helpers/axe.ts';
import { caseAnswers, caseOf } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const answering = (change: Partial<typeof caseOf> = {}, more: Parameters<typeof fakeTransport>[0] = {}) => {
  const caseFile = { ...caseOf, ...change };
  return fakeTransport({
    ...caseAnswers,
    'caseFile.get': () => caseFile,
    'caseFile.summary': () => ({ ...caseAnswers['caseFile.summary'](), caseFile }),
    'caseFile.timeline': () => ({ entries: [], total: 0 }),
    'caseFile.changeStatus': () => caseFile,
    'caseFile.close': () => caseFile,
    'caseFile.updateDetails': () => caseFile,
    ...more,
  });
};
const history = `/cases/${ids.heron}/history`;

describe('where a case stands', () => {
  it('offers only the ways that are open, asks with a line of why, and passes WCAG', async () => {
    const transport = answering();
    const { user } = openScreen(transport, history);
    const stands = within(await screen.findByRole('region', { name: 'Where this case stands' }));
    expect(stands.queryByRole('button', { name: 'Take in' })).toBeNull();
    await user.click(stands.getByRole('button', { name: 'With another house from today' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Does another house go on from here?' }));
    await user.type(dialog.getByRole('textbox', { name: 'A line about it' }), 'Nearer to family');
    expect(await wcagViolations()).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'With another house from today' }));
    await waitFor(() =>
      expect(transport.callsOf('caseFile.changeStatus')).toEqual([
        { caseFileId: ids.heron, to: 'TRANSFERRED', why: 'Nearer to family' },
      ]),
    );
  });

  it('keeps how the case came here, and asks who decided only when something was', async () => {
    const transport = answering();
    const { user } = openScreen(transport, history);
    await user.selectOptions(await screen.findByRole('combobox', { name: 'How they came here' }), 'A hotline');
    expect(screen.queryByRole('combobox', { name: 'Who decided' })).toBeNull();
    await user.selectOptions(screen.getByRole('combobox', { name: 'What was decided about trafficking' }), 'Possible');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Who decided' }), 'Police');
    await user.click(screen.getByRole('button', { name: 'Keep this' }));
    await waitFor(() =>
      expect(transport.callsOf('caseFile.updateDetails')).toMatchObject([
        { details: { intakeChannel: 'HOTLINE', trafficking: { status: 'POSSIBLE', decidedBy: 'POLICE' } } },
      ]),
    );
  });

  it('says until when it is kept as soon as it is closed', async () => {
    let isClosed = false;
    const close = () => {
      isClosed = true;
      return caseOf;
    };
    const kept = () => (isClosed ? { class: 'CASE', ruleOn: '2027-11-21', eligibleOn: '2027-11-21' } : null);
    const { user } = openScreen(answering({}, { 'caseFile.close': close, 'retention.ofCase': kept }), history);
    expect(await screen.findByText('As long as the case is open.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Close this case' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Close this case' }));
    expect(await screen.findByText('Due to go on 21 November 2027.')).toBeVisible();
  });

  it('says of an enquiry on which day it goes away, and one step keeps it', async () => {
    const transport = answering({ status: 'INQUIRY' });
    const { user } = openScreen(transport, `/cases/${ids.heron}`);
    expect(await screen.findByText(/goes away on 21 December 2026/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Make it a case' }));
    await waitFor(() => expect(transport.callsOf('caseFile.changeStatus')).toHaveLength(1));
  });
});
