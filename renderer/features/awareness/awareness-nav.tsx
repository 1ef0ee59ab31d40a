// The parts of the awareness room, as far as they open to whoever is signed in.
import { Link, useLocation } from 'wouter';
import { mayAsk } from '../../session/use-may.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import './awareness.css';

const parts = [
  { path: '/awareness', name: 'activities', asks: 'activity.list' },
  { path: '/awareness/policy', name: 'policy', asks: 'policyItem.list' },
  { path: '/awareness/stories', name: 'stories', asks: 'storyConsent.list' },
  { path: '/awareness/campaigns', name: 'campaigns', asks: 'campaign.list' },
  { path: '/awareness/materials', name: 'materials', asks: 'material.list' },
  { path: '/awareness/year', name: 'year', asks: 'yearSummary.get' },
] as const;

export function AwarenessNav() {
  const t = useText();
  const [location] = useLocation();
  const { role } = useSession().person;
  return (
    <nav className="awareness-nav no-print" aria-label={t('awareness.parts')}>
      <ul>
        {parts
          .filter(({ asks }) => mayAsk(role, asks))
          .map(({ path, name }) => (
            <li key={path}>
              <Link href={path} {...(location === path ? { 'aria-current': 'page' as const } : {})}>
                {t(`awareness.part.${name}`)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
