// The sheet on which a file is looked at: what it is called, and a way to close it.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';

interface ViewProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function ViewSheet({ title, onClose, children }: ViewProps) {
  const t = useText();
  const end = (
    <Button size="compact-md" variant="default" onClick={onClose}>
      {t('attachments.closeView')}
    </Button>
  );
  return (
    <Sheet title={<span dir="auto">{title}</span>} end={end}>
      {children}
    </Sheet>
  );
}
