// The ways back to Safekeeping from the pages where one thing is done.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useText } from '../../text.ts';

/** Beside the title: leaves everything as it is. */
export function BackToSafekeeping() {
  const t = useText();
  return (
    <Button component={Link} href="/safekeeping" variant="default">
      {t('safekeeping.done')}
    </Button>
  );
}

/** Under a verdict: the thing is done. */
export function WayOut() {
  const t = useText();
  return (
    <div>
      <Button component={Link} href="/safekeeping">
        {t('safekeeping.done')}
      </Button>
    </div>
  );
}
