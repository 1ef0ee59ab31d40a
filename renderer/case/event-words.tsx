// One event of a history in words: what happened, and the first words of what was written.
import { ReplyAnswer } from '#shared/packages/reply';
import { ClosingReason } from '#shared/records/case-status';
import { FollowUpOutcome } from '#shared/records/follow-up';
import { RightsKind } from '#shared/records/rights-request';
import { ServiceCode } from '#shared/records/service-codes';
import type { TimelineEntry, TimelineEvent } from '#shared/records/timeline';
import { useText } from '../text.ts';
import { Hers } from '../ui/hers.tsx';

export function EventWords({ entry }: { entry: TimelineEntry }) {
  const t = useText();
  const { event, words } = entry;
  if (entry.toldOnce) return t('cases.told', { what: words });
  if (event === 'need-added' || event === 'need-changed' || event === 'need-settled' || event === 'told-outside')
    return t(`cases.event.${event}`, { words });
  if (isCaseStep(event)) return <CaseStep event={event} entry={entry} />;
  if (event === 'follow-up') return <FollowUpEnd code={entry.code} />;
  if (isRight(event)) return <Right event={event} code={entry.code} />;
  if (event === 'service-given') return <ServiceGiven code={entry.code} />;
  if (isTask(event) || isThing(event)) return t('cases.eventWith', { event: t(`cases.event.${event}`), words });
  if (event === 'package-came') return t('cases.event.package-came', { name: words });
  if (event === 'package-left') return t('cases.event.package-left', { name: words });
  if (event === 'package-answered') return <PackageAnswered name={words} code={entry.code} />;
  if (event === 'partner-answered') return <PartnerAnswered code={entry.code} />;
  if (words === '' || isPlan(event)) return t(`cases.event.${event}`);
  if (entry.hers) return <Hers quote>{words}</Hers>;
  return words;
}

/** Every change of a plan would repeat the same hope; what it says stands on its own page. */
const isPlan = (event: TimelineEvent): boolean => event.startsWith('support-plan-');

type CaseStepEvent = Extract<TimelineEvent, `case-${string}`>;
const isCaseStep = (event: TimelineEvent): event is CaseStepEvent => event.startsWith('case-');

type TaskEvent = Extract<TimelineEvent, `task-${string}`>;
const isTask = (event: TimelineEvent): event is TaskEvent => event.startsWith('task-');

type ThingEvent = Extract<TimelineEvent, `thing-${string}` | 'device-aside'>;
const isThing = (event: TimelineEvent): event is ThingEvent => event === 'device-aside' || event.startsWith('thing-');

/** What happened to the case itself, with the reason when there is one. */
function CaseStep({ event: step, entry }: { event: CaseStepEvent; entry: TimelineEntry }) {
  const t = useText();
  const event = t(`cases.event.${step}`);
  const reason = ClosingReason.safeParse(entry.code);
  const words = [reason.success ? t(`cases.reason.${reason.data}`) : '', entry.words].filter(Boolean).join('. ');
  return words === '' ? event : t('cases.eventWith', { event, words });
}

function FollowUpEnd({ code }: { code: string | null }) {
  const t = useText();
  const known = FollowUpOutcome.safeParse(code);
  return t('cases.event.follow-up', { what: t(`exit.outcome.${known.success ? known.data : 'SUPERSEDED'}`) });
}

type RightEvent = 'right-asked' | 'right-went-on' | 'right-ended';
const isRight = (event: TimelineEvent): event is RightEvent => event.startsWith('right-');

function Right({ event, code }: { event: RightEvent; code: string | null }) {
  const t = useText();
  const known = RightsKind.safeParse(code);
  return t(`cases.event.${event}`, { what: known.success ? t(`rights.kind.${known.data}`) : '' });
}

function ServiceGiven({ code }: { code: string | null }) {
  const t = useText();
  const known = ServiceCode.safeParse(code);
  return t('cases.event.service-given', { what: known.success ? t(`services.code.${known.data}`) : '' });
}

function PackageAnswered({ name, code }: { name: string; code: string | null }) {
  const t = useText();
  const known = ReplyAnswer.safeParse(code);
  const what = known.success ? t(`received.answers.${known.data}`) : '';
  return t('cases.event.package-answered', { name, what });
}

function PartnerAnswered({ code }: { code: string | null }) {
  const t = useText();
  const known = ReplyAnswer.safeParse(code);
  return t('cases.event.partner-answered', { what: known.success ? t(`replies.answers.${known.data}`) : '' });
}
