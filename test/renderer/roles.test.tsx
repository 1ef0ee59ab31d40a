// What a person sees depends on her role: her pages in the rail, and a start that says what the role is for.
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Role } from '#shared/contract/operation';
import { wcagViolations } from '../helpers/axe.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { signedIn } from '../helpers/people.ts';
import { openScreen } from '../helpers/screen.tsx';

const nothing = {
  today: '2026-03-02',
  needs: [],
  openNeeds: 0,
  casesWithOpenNeeds: 0,
  reviews: [],
  releasesEnding: [],
  backup: { lastVerifiedAt: null },
  resume: null,
};
const as = (role: Role) =>
  fakeTransport({
    'session.status': () => ({ ...signedIn, person: { ...signedIn.person, role } }),
    'today.get': () => nothing,
  });

describe('the start of a role that meets nobody in the house', () => {
  it.each([
    ['trainer-partner', 'Training and partners', ['Today', 'Partners and sharing', 'Team', 'Safekeeping']],
    ['reports', 'Reports', ['Today', 'Reports', 'Team', 'Safekeeping']],
    ['auditor', 'Auditor', ['Today', 'Team', 'Safekeeping']],
  ] as const)(
    'says what %s is for, leads to its own pages alone, and offers no backup to carry away',
    async (role, name, pages) => {
      openScreen(as(role), '/today');
      expect(await screen.findByRole('heading', { name })).toBeVisible();
      const rail = screen.getByRole('navigation', { name: 'Main' });
      expect(
        within(rail)
          .getAllByRole('link')
          .map((link) => link.textContent),
      ).toEqual(pages);
      expect(screen.queryByRole('heading', { name: 'Backup' })).toBeNull();
      expect(screen.queryByRole('link', { name: 'Someone new' })).toBeNull();
      expect(await wcagViolations()).toEqual([]);
    },
  );
});
