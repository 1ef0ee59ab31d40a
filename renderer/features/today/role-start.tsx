// Where a person starts whose role has nothing to do tonight: what her role is for, and the pages that are hers.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { openEntries } from '../../places.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';

export function RoleStart() {
  const t = useText();
  const { role } = useSession().person;
  const others = openEntries(role).filter(({ entry }) => entry !== 'today');
  return (
    <Sheet title={t(`safekeeping.role.${role}`)}>
      <p className="dim">{t(`safekeeping.roleSays.${role}`)}</p>
      <div className="row wrap quiet-ways">
        {others.map(({ entry, path, name }) => (
          <Button key={entry} variant="default" component={Link} href={path}>
            {t(name)}
          </Button>
        ))}
      </div>
    </Sheet>
  );
}
