// A free bed: somebody sleeps here, it is held for a day, or it cannot be had.
import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useWrite } from '../../api/use-vault.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import type { BedSheetProps } from './bed-props.ts';
import { PutToBed } from './put-to-bed.tsx';

export function BedFree({ bed, on, isTonight }: BedSheetProps) {
  const mayPut = useMay('stay.begin');
  const mayHold = useMay('stay.hold');
  const mayClose = useMay('room.closeBed');
  return (
    <>
      {mayPut && <PutToBed bedId={bed.bedId} on={on} holdId={null} first={null} />}
      {mayHold && isTonight && <Hold bed={bed} />}
      {mayClose && isTonight && <CloseBed bed={bed} />}
    </>
  );
}

export function Hold({ bed: { bedId } }: Pick<BedSheetProps, 'bed'>) {
  const t = useText();
  const hold = useWrite('stay.hold');
  const [words, setWords] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!hold.isRunning) void hold.run({ bedId, caseFileId: null, words });
  };
  return (
    <form className="stack house-act" onSubmit={submit}>
      <TextInput
        label={t('house.holdWords')}
        description={t('house.holdSays')}
        placeholder={t('house.holdHint')}
        value={words}
        maxLength={80}
        dir="auto"
        autoComplete="off"
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {hold.error && <ErrorSentence error={hold.error} />}
      <Button type="submit" variant="default" fullWidth loading={hold.isRunning}>
        {t('house.hold')}
      </Button>
    </form>
  );
}

function CloseBed({ bed: { bedId, revision: basedOn } }: Pick<BedSheetProps, 'bed'>) {
  const t = useText();
  const close = useWrite('room.closeBed');
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  if (!isAsking)
    return (
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {t('house.close')}
      </Button>
    );
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (reason.trim() !== '') void close.run({ bedId, basedOn, reason });
  };
  return (
    <form className="stack house-act" onSubmit={submit}>
      <TextInput
        label={t('house.closeWhy')}
        value={reason}
        maxLength={200}
        dir="auto"
        autoFocus
        autoComplete="off"
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {close.error && <ErrorSentence error={close.error} />}
      <Button type="submit" variant="default" loading={close.isRunning} disabled={reason.trim() === ''}>
        {t('house.close')}
      </Button>
    </form>
  );
}
