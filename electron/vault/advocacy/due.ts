// What of the awareness room is due between two days, for the calendar.
import { goesOn } from '#shared/records/policy-item';
import type { CalendarDate } from '#shared/time';
import type { ReadContext } from '../context.ts';
import { listRecords } from '../records/record-kind.ts';
import { campaignKind } from './campaign.ts';
import { materialKind } from './material.ts';
import { policyItemKind } from './policy-item.ts';
import { allStories, usesOf } from './story-kind.ts';

export interface AwarenessDue {
  readonly kind: 'policy-item' | 'campaign' | 'material' | 'story-consent' | 'story-use';
  readonly id: string;
  readonly on: CalendarDate;
  /** Never her alias: a calendar is seen by whoever passes. */
  readonly words: string;
}

interface Between {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

type Reader = Pick<ReadContext, 'db' | 'today'>;

export const awarenessDue = (context: Reader, wish: Between): AwarenessDue[] => {
  const { from, to } = wish;
  return [
    ...listRecords(context, policyItemKind, 't.next_on BETWEEN $from AND $to', { from, to })
      .filter(({ body }) => goesOn(body))
      .map(({ id, body }) => due('policy-item', id, body.nextOn ?? from, `${body.title}: ${body.nextWhat}`)),
    ...listRecords(context, campaignKind, "t.state = 'PLANNED' AND t.starts_on BETWEEN $from AND $to", {
      from,
      to,
    }).map(({ id, body }) => due('campaign', id, body.startsOn, body.title)),
    ...listRecords(context, materialKind, 't.expires_on BETWEEN $from AND $to', { from, to }).map(({ id, body }) =>
      due('material', id, body.expiresOn ?? from, body.title),
    ),
    ...storiesDue(context, wish),
  ];
};

const due = (kind: AwarenessDue['kind'], id: string, on: CalendarDate, words: string): AwarenessDue => ({
  ...{ kind, id, on },
  words: words.replace(/: $/, ''),
});

/** A consent that runs out; after its end, each place that still tells it, due on the day it ended. */
function storiesDue(context: Reader, { from, to }: Between): AwarenessDue[] {
  return allStories(context).flatMap(({ id, body }) => {
    const endedOn = body.withdrawnOn ?? (context.today() > body.expiresOn ? body.expiresOn : null);
    const found =
      endedOn === null
        ? [due('story-consent', id, body.expiresOn, '')]
        : usesOf(context, id)
            .filter((use) => use.body.downOn === null)
            .map((use) => due('story-use', use.id, endedOn, use.body.place));
    return found.filter(({ on }) => from <= on && on <= to);
  });
}
