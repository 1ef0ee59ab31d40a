// The course of a legal request (domain §14): what has to stand before it moves on, and when anything may be produced at all.
import type { CalendarDate } from '../time.ts';
import { type LegalRequest, LegalRequestState } from './legal-request.ts';

export type LegalRequestRefusal =
  | 'request-later'
  | 'request-course'
  | 'request-validity'
  | 'request-wish'
  | 'request-decision'
  | 'request-over'
  | 'production-order'
  | 'production-case'
  | 'production-decided'
  | 'production-second'
  | 'production-approved'
  | 'production-done'
  | 'production-none';

const at = (state: LegalRequestState): number => LegalRequestState.options.indexOf(state);
const isOver = (state: LegalRequestState): boolean => state === 'CLOSED';

/** States that a request may come to next. What was produced is said by producing it, not by a choice. */
export function nextStates(state: LegalRequestState): readonly LegalRequestState[] {
  switch (state) {
    case 'CLOSED':
      return [];
    case 'NOTHING_PRODUCED':
    case 'LIMITED_PRODUCTION':
      return ['CLOSED'];
    case 'DECIDED':
      return ['NOTHING_PRODUCED'];
    case 'LOGGED':
    case 'WITH_COUNSEL':
    case 'VALIDITY_CHECK':
    case 'SURVIVOR_NOTIFIED':
    case 'ANSWERING':
      return LegalRequestState.options.filter((next) => at(next) > at(state) && at(next) <= at('DECIDED'));
  }
}

/** Why it may not move on like this, or null. `request` already holds what is written with the move. */
export function moveRefusal(
  request: LegalRequest,
  from: LegalRequestState,
  to: LegalRequestState,
): LegalRequestRefusal | null {
  if (!nextStates(from).includes(to)) return isOver(from) ? 'request-over' : 'request-course';
  if (at(to) > at('VALIDITY_CHECK') && request.validity === null) return 'request-validity';
  // Reasonable attempts to tell whoever it is about (28 CFR 94.115(b)): also a try that failed is written down.
  if (at(to) >= at('SURVIVOR_NOTIFIED') && request.caseFileId !== null && request.wish === null) return 'request-wish';
  return at(to) >= at('DECIDED') && request.decision === '' ? 'request-decision' : null;
}

/** Only an order that a judge signed, decided upon with counsel, and only of a case, is produced from. */
export function prepareRefusal({ validity, caseFileId, state, production }: LegalRequest): LegalRequestRefusal | null {
  if (caseFileId === null) return 'production-case';
  if (validity?.judgeSigned !== true) return 'production-order';
  if (state !== 'DECIDED') return 'production-decided';
  return production?.producedOn == null ? null : 'production-done';
}

/** The second person is another one than who prepared it. */
export function approveRefusal({ production }: LegalRequest, staffId: string): LegalRequestRefusal | null {
  if (production === null) return 'production-none';
  if (production.producedOn !== null || production.approved !== null) return 'production-done';
  return production.preparedBy === staffId ? 'production-second' : null;
}

export function produceRefusal(request: LegalRequest): LegalRequestRefusal | null {
  if (request.production === null) return 'production-none';
  return prepareRefusal(request) ?? (request.production.approved === null ? 'production-approved' : null);
}

/** The next day that the paper names; null when it is closed or nothing is open. */
export const nextDeadline = ({ state, deadlines }: LegalRequest): CalendarDate | null =>
  isOver(state)
    ? null
    : (deadlines
        .filter(({ isDone }) => !isDone)
        .map(({ on }) => on)
        .sort()[0] ?? null);
