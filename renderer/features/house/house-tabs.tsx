// The parts of the house in one line, as far as this person has a use for them.
import type { OperationName } from '../../api/operation-names.ts';
import type { TextKey } from '#shared/text/language';
import { mayAsk } from '../../session/use-may.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { Tabs } from '../../ui/case-head.tsx';

const parts = [
  { href: '/house', name: 'things.beds', asks: 'stay.board' },
  { href: '/house/things', name: 'things.title', asks: 'keptThing.list' },
  { href: '/house/hand-over', name: 'handOver.title', asks: 'handOver.list' },
  { href: '/house/incidents', name: 'incidents.title', asks: 'incident.list' },
  { href: '/house/checks', name: 'checks.title', asks: 'environmentCheck.list' },
] as const satisfies readonly { href: string; name: TextKey; asks: OperationName }[];

export function HouseTabs({ current }: { current: (typeof parts)[number]['href'] }) {
  const t = useText();
  const { role } = useSession().person;
  const tabs = parts
    .filter(({ asks }) => mayAsk(role, asks))
    .map(({ href, name }) => ({ href, label: t(name), isCurrent: href === current }));
  return <Tabs label={t('things.parts')} tabs={tabs} pages={[]} />;
}
