// Who was told, and when: written down in the moment, so that the time is right.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Notification } from '#shared/records/breach';
import { now } from '../../clock.ts';
import { dayAndTime } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Rows } from '../../ui/sheet.tsx';
import type { FieldProps } from './breach-fields.ts';

const To = Notification.shape.to;

export function NotificationsField({ written: { notifications }, onWrite }: FieldProps) {
  const t = useText();
  const [to, setTo] = useState<Notification['to']>('AUTHORITY');
  const [name, setName] = useState('');
  const add = (): void => {
    onWrite({ notifications: [...notifications, { to, name, at: now() }] });
    setName('');
  };
  return (
    <>
      {notifications.length > 0 && (
        <Rows tight label={t('outside.notifications')}>
          {notifications.map((one) => (
            <li key={`${one.to}${one.at}`}>
              <span className="grow" dir="auto">
                {t('outside.notificationLine', {
                  to: t(`outside.notificationTos.${one.to}`),
                  name: one.name,
                  time: dayAndTime(one.at),
                })}
              </span>
            </li>
          ))}
        </Rows>
      )}
      <div className="row wrap align-end">
        <NativeSelect
          label={t('outside.notificationTo')}
          value={to}
          data={To.options.map((value) => ({ value, label: t(`outside.notificationTos.${value}`) }))}
          onChange={({ currentTarget }) => setTo(To.catch('OTHER').parse(currentTarget.value))}
        />
        <TextInput
          className="grow"
          label={t('outside.notificationName')}
          dir="auto"
          maxLength={400}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button variant="default" onClick={add}>
          {t('outside.notificationAdd')}
        </Button>
      </div>
    </>
  );
}
