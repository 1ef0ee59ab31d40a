// Somebody who counts as under 18: what the case says of it, and who signs a permission.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Minority } from '#shared/records/minority';
import { StoredRelease } from '#shared/records/release';
import { wcagViolations } from '../helpers/axe.ts';
import { aRelease } from '../helpers/casework.ts';
import { caseAnswers } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { ids } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const minor: Minority = {
  standing: 'UNDER_18',
  fromElsewhere: 'YES',
  tellBy: Date.parse('2026-03-03T21:40Z'),
};
const signer = { kind: 'MINOR_AND_GUARDIAN', guardianName: 'An aunt', signerIsAbuser: false } as const;
const prepared = StoredRelease.parse({
  ...aRelease(ids.heron, { signer: { ...signer, minorAssent: 'NOT_ASKED' } }),
  signature: null,
  revoked: null,
  usedUpAt: null,
  id: ids.maple,
  revision: 1,
  savedAt: 0,
  savedBy: null,
  state: 'DRAFT',
});
const answering = (minority: Minority = minor, releases: readonly StoredRelease[] = []) =>
  fakeTransport({
    ...caseAnswers,
    'minority.get': () => minority,
    'release.list': () => releases,
    'release.draft': () => ({ ...prepared, revision: 2 }),
    'release.sign': () => prepared,
    'disclosureLog.list': () => [],
    'partnerAgency.list': () => [],
  });
const summary = `/cases/${ids.heron}`;
const consents = `${summary}/consents`;

describe('the case of somebody under 18', () => {
  it('says so in one line, and what follows only when asked', async () => {
    const { user } = openScreen(answering(), summary);
    expect(await screen.findByText('Under 18')).toBeVisible();
    expect(screen.queryByText(/HHS OTIP/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'What follows' }));
    const follows = within(screen.getByRole('region', { name: 'For somebody under 18' }));
    expect(follows.getByText(/HHS OTIP/)).toHaveTextContent(/until 3 Mar 2026, 21:40/);
    expect(await wcagViolations()).toEqual([]);
  });

  it('names no office of the United States for who belongs there', async () => {
    const { user } = openScreen(answering({ ...minor, fromElsewhere: 'NO', tellBy: null }), summary);
    await user.click(await screen.findByRole('button', { name: 'What follows' }));
    expect(screen.queryByText(/HHS OTIP/)).toBeNull();
  });

  it.for(['ADULT', 'NOT_KNOWN'] as const)('says nothing when it is %s', async (standing) => {
    openScreen(answering({ standing, fromElsewhere: 'NOT_KNOWN', tellBy: null }), summary);
    await screen.findByRole('heading', { name: 'Lately' });
    expect(screen.queryByRole('button', { name: 'What follows' })).toBeNull();
  });
});

describe('who signs', () => {
  const ways = () =>
    within(screen.getByLabelText('Who signs'))
      .getAllByRole('option')
      .map(({ textContent }) => textContent);

  it('a minor: with a guardian or alone as a minor, and says yes; who causes harm is stopped at once', async () => {
    const { user } = openScreen(answering(), consents);
    await user.click(await screen.findByRole('button', { name: 'Prepare a permission' }));
    expect(await screen.findByLabelText('Name of the parent or guardian')).toBeVisible();
    expect(ways()).toHaveLength(2);
    const harms = within(screen.getByRole('radiogroup', { name: /person causing harm/ }));
    await user.click(harms.getByRole('radio', { name: 'Yes' }));
    expect(screen.getByRole('alert')).toHaveTextContent('not even whether anybody is here');
    expect(screen.getByRole('button', { name: 'Keep it, not signed yet' })).toBeDisabled();
    expect(await wcagViolations()).toEqual([]);
  });

  it('an adult: alone, or a guardian', async () => {
    const { user } = openScreen(answering({ standing: 'ADULT', fromElsewhere: 'NO', tellBy: null }), consents);
    await user.click(await screen.findByRole('button', { name: 'Prepare a permission' }));
    await screen.findByLabelText('Who signs');
    expect(ways()).toHaveLength(2);
    expect(screen.queryByLabelText('Name of the parent or guardian')).toBeNull();
    expect(screen.queryByRole('radiogroup', { name: /words that fit/ })).toBeNull();
  });

  it('what was left open is asked before the signature, and kept with it', async () => {
    const transport = answering(minor, [prepared]);
    const { user } = openScreen(transport, consents);
    const assent = within(await screen.findByRole('radiogroup', { name: /words that fit/ }));
    await user.click(assent.getByRole('radio', { name: 'Yes' }));
    await user.click(screen.getByRole('button', { name: 'Signed on paper today' }));
    await waitFor(() => expect(transport.callsOf('release.sign')).toMatchObject([{ basedOn: 2 }]));
    expect(transport.callsOf('release.draft')).toMatchObject([
      { releaseId: prepared.id, basedOn: 1, release: { signer: { ...signer, minorAssent: 'YES' } } },
    ]);
  });
});
