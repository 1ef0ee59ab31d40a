// What came of it, and how it was for her when she would like to say.
import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { OutcomeResult } from '#shared/records/referral';
import { useText } from '../../text.ts';
import type { ActProps } from './act-props.ts';

const RATINGS = ['', '1', '2', '3', '4', '5'] as const;

export function OutcomeForm({ referral, pronouns, run, isRunning }: ActProps) {
  const t = useText();
  const [result, setResult] = useState<OutcomeResult | null>(referral.state === 'ATTENDED' ? 'SERVICE_RECEIVED' : null);
  const [rating, setRating] = useState('');
  const [note, setNote] = useState('');
  return (
    <>
      <p>{t('referrals.outcomeLead')}</p>
      <NativeSelect
        id="referral-result"
        className="one-column"
        label={t('referrals.result')}
        value={result ?? ''}
        data={[
          { value: '', label: t('referrals.resultNone') },
          ...OutcomeResult.options.map((value) => ({ value, label: t(`referrals.results.${value}`, pronouns) })),
        ]}
        onChange={(event) => setResult(OutcomeResult.options.find((one) => one === event.currentTarget.value) ?? null)}
      />
      <div>
        <p className="field-label" id="referral-rating">
          {t('referrals.rating', pronouns)}
        </p>
        <SegmentedControl
          aria-labelledby="referral-rating"
          value={rating}
          onChange={setRating}
          data={RATINGS.map((value) => ({ value, label: value === '' ? t('referrals.ratingNone') : value }))}
        />
        <p className="small dim">{t('referrals.ratingHint')}</p>
      </div>
      <TextInput
        id="referral-note"
        className="one-column"
        label={t('referrals.note')}
        dir="auto"
        maxLength={1_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className="row">
        <Button
          disabled={result === null || isRunning}
          onClick={() => {
            if (result === null) return;
            const outcome = { result, rating: rating === '' ? null : Number(rating), note };
            run({ to: 'OUTCOME_RECORDED', outcome });
          }}
        >
          {t('referrals.outcomeKeep')}
        </Button>
      </div>
    </>
  );
}
