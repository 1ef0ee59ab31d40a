// How long the conversation has lasted, and a pause that blanks the page. It offers tea; it never counts down.
import { Button, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { now } from '../../clock.ts';
import { useText } from '../../text.ts';
import { IconPause, IconTea } from '../../ui/icons.ts';

const MINUTE = 60_000;
/** Minutes between offers of a break (domain §4). */
const TEA_EVERY = 20;
const TEA_FOR = 3;

function useMinutes(): number {
  const [since] = useState(now);
  const [minutes, setMinutes] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setMinutes(Math.floor((now() - since) / MINUTE)), MINUTE / 4);
    return () => clearInterval(timer);
  }, [since]);
  return minutes;
}

export function TogetherTime() {
  const t = useText();
  const minutes = useMinutes();
  if (minutes === 0) return null;
  return (
    <p className="together">
      <IconTea size={18} aria-hidden />
      <span>
        <b>{t('intake.together', { count: minutes })}</b> {t('intake.togetherEnd')}{' '}
        {minutes >= TEA_EVERY && minutes % TEA_EVERY < TEA_FOR && t('intake.tea')}
      </span>
    </p>
  );
}

export function Pause() {
  const t = useText();
  const [isPaused, setPaused] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconPause size={18} aria-hidden />} onClick={() => setPaused(true)}>
        {t('intake.pause')}
      </Button>
      <Modal
        opened={isPaused}
        onClose={() => setPaused(false)}
        fullScreen
        withCloseButton={false}
        title={t('intake.pausedTitle')}
        classNames={{ content: 'pause-cover' }}
      >
        <div className="stack">
          <p>{t('intake.paused')}</p>
          <div>
            <Button data-autofocus onClick={() => setPaused(false)}>
              {t('intake.goOn')}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
