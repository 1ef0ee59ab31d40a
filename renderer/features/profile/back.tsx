// The way back to the overview of what happened.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { casePath } from '../../case/case-tabs.ts';
import { useText } from '../../text.ts';

export function BackToHappened({ id }: { id: string }) {
  const t = useText();
  return (
    <Button variant="default" component={Link} href={casePath(id, '/profile')}>
      {t('happened.back')}
    </Button>
  );
}
