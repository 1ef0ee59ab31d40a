// The ways back to Safekeeping from the pages where one thing is done.
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
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

/** Under a verdict: the thing is done, and the button that was pressed is gone, so the focus goes here. */
export function WayOut() {
  const t = useText();
  const button = useRef<HTMLAnchorElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div>
      <Button component={Link} href="/safekeeping" ref={button}>
        {t('safekeeping.done')}
      </Button>
    </div>
  );
}
