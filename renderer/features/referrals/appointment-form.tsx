// The day and the time of an appointment, the first or another one.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '../../forms/day-field.tsx';
import { TimeField } from '../../forms/time-field.tsx';
import { useText } from '../../text.ts';
import type { ActProps } from './act-props.ts';
import { OutcomeForm } from './outcome-form.tsx';

export function AppointmentForm(props: ActProps) {
  const t = useText();
  const { referral, run, isRunning } = props;
  const isMoving = referral.state === 'APPOINTMENT_SET';
  const [on, setOn] = useState(isMoving ? (referral.appointment?.on ?? '') : '');
  const [time, setTime] = useState(isMoving ? (referral.appointment?.time ?? '') : '');
  const [isOver, setOver] = useState(false);
  const missed = referral.appointment?.missed ?? 0;
  if (isOver) return <OutcomeForm {...props} />;
  return (
    <>
      {!isMoving && <p>{t('referrals.appointmentLead')}</p>}
      {referral.state === 'MISSED' && <p className="dim">{t('referrals.missedCount', { count: missed })}</p>}
      <div className="row wrap align-end">
        <DayField id="appointment-day" label={t('referrals.appointmentOn')} value={on} onValue={setOn} />
        <TimeField id="appointment-time" label={t('referrals.appointmentTime')} value={time} onValue={setTime} />
        <Button
          variant={isMoving ? 'default' : 'filled'}
          disabled={on === '' || isRunning}
          onClick={() => run({ to: 'APPOINTMENT_SET', on, time: time === '' ? null : time })}
        >
          {isMoving ? t('referrals.appointmentMove') : t('referrals.appointmentKeep')}
        </Button>
        {referral.state === 'MISSED' && (
          <Button variant="default" onClick={() => setOver(true)}>
            {t('referrals.outcomeNow')}
          </Button>
        )}
      </div>
    </>
  );
}
