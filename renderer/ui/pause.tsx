// Pause: one press and the whole window is empty. Any key or click brings the page back as it was; drafts are kept all along.
import { Button, Modal, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useText } from '../text.ts';
import { IconPause } from './icons.ts';

const modifiers = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'];

/** `onResume` hears that they rested. */
export function Pause({ onResume }: { onResume?: () => void }) {
  const t = useText();
  const [isPaused, setPaused] = useState(false);
  const resume = (): void => {
    setPaused(false);
    onResume?.();
  };
  // A chord such as Ctrl+L is for somebody else: the page must not come back in the moment it is locked.
  const anyKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || modifiers.includes(event.key)) return;
    event.preventDefault();
    resume();
  };
  return (
    <>
      <Button variant="default" leftSection={<IconPause size={18} aria-hidden />} onClick={() => setPaused(true)}>
        {t('talk.pause')}
      </Button>
      <Modal
        opened={isPaused}
        onClose={resume}
        fullScreen
        withCloseButton={false}
        transitionProps={{ duration: 0 }}
        classNames={{ content: 'pause-cover', header: 'vh', body: 'pause-body' }}
        title={t('talk.paused')}
      >
        <UnstyledButton className="pause-back" data-autofocus onClick={resume} onKeyDown={anyKey}>
          {t('talk.goOn')}
        </UnstyledButton>
      </Modal>
    </>
  );
}
