// The calendar in the vault: asks every source that this role may read, and puts what they say in the order of days.
import { isAmong } from '#shared/contract/operation';
import { type Agenda, type calendarOperations, compareAgenda, MOST_ITEMS } from '#shared/records/calendar';
import { addDays } from '#shared/time';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { agendaSources, type AgendaWish } from './agenda-sources.ts';
import { mayOpen } from './case-reach.ts';
import { sinceLastShift } from './last-shift.ts';

/** Before every record. */
const EVER = '0000-01-01';

function gather(context: ReadContext, wish: AgendaWish): Agenda['coming'] {
  const items = agendaSources
    .filter(({ roles }) => isAmong(context.staffMember.role, roles))
    .flatMap(({ read, opens }) => {
      const opened = new Map<string, boolean>();
      const isOpen = (id: string): boolean => {
        const known = opened.get(id) ?? mayOpen(context, opens, id);
        opened.set(id, known);
        return known;
      };
      return read(context, wish).filter(({ of }) => of === null || isOpen(of.caseFileId));
    })
    .sort(compareAgenda);
  return { items: items.slice(0, MOST_ITEMS), total: items.length };
}

export const calendarHandlers: Handlers<typeof calendarOperations> = {
  agenda: (context, { from, to, whose, zone }) => {
    const today = context.today();
    const person = whose === 'all' ? null : whose === 'mine' ? context.staffMember.id : whose;
    const wish = { from, to, today, zone, whose: person };
    const holdsToday = from <= today && today <= to;
    const nothing = { items: [], total: 0 };
    return {
      today,
      coming: gather(context, wish),
      past: holdsToday ? gather(context, { ...wish, from: EVER, to: addDays(from, -1) }) : nothing,
    };
  },
  sinceLastShift: (context) => sinceLastShift(context),
};
