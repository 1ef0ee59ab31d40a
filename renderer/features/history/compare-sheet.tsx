// A slip that was printed before against the history as it is now: whether it fits, what that means, and what to do next.
import { Button, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useRead } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Ok, Stop } from '../../ui/status-words.tsx';
import { Verdict } from '../../ui/verdict.tsx';
import { readSlip, readSlipWords, type SlipReading } from './slip-words.ts';

interface Slip {
  readonly seq: number;
  readonly words: readonly string[];
}

export function CompareSheet() {
  const t = useText();
  const [number, setNumber] = useState('');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<Slip | null>(null);
  const reading = readSlipWords(typed);
  const seq = Number(number);
  const slip = reading.state === 'TEN' && Number.isSafeInteger(seq) && seq > 0 ? { seq, words: reading.words } : null;
  const type = (words: string): void => {
    const whole = readSlip(words);
    setAsked(null);
    setTyped(whole?.words ?? words);
    if (whole !== null) setNumber(whole.number);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setAsked(slip);
  };
  return (
    <>
      <Sheet title={t('history.compare')}>
        <form className="stack" onSubmit={submit}>
          <p className="dim">{t('history.compareSays')}</p>
          <TextInput
            label={t('history.compareNumber')}
            inputMode="numeric"
            dir="ltr"
            maxLength={15}
            autoComplete="off"
            value={number}
            onChange={({ currentTarget }) => {
              setAsked(null);
              setNumber(currentTarget.value.replaceAll(/\D/gu, ''));
            }}
          />
          <Textarea
            label={t('history.compareWords')}
            dir="ltr"
            autosize
            minRows={3}
            maxLength={400}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={typed}
            onChange={({ currentTarget }) => type(currentTarget.value)}
          />
          <div role="status">
            <Judged reading={reading} />
          </div>
          <div className="row">
            <Button type="submit" variant="default" disabled={slip === null}>
              {t('history.compareNow')}
            </Button>
          </div>
        </form>
      </Sheet>
      {asked !== null && <Compared key={JSON.stringify(asked)} slip={asked} />}
    </>
  );
}

function Judged({ reading }: { reading: SlipReading }) {
  const t = useText();
  switch (reading.state) {
    case 'NOT_A_WORD':
      return <Stop>{t('history.compareNotWord', { word: reading.word })}</Stop>;
    case 'TOO_MANY':
      return <Stop>{t('history.compareTooMany')}</Stop>;
    case 'TEN':
      return <Ok>{t('history.compareTen')}</Ok>;
    case 'INCOMPLETE':
      return reading.count === 0 ? null : <Note>{t('history.compareCount', { count: reading.count })}</Note>;
  }
}

function Compared({ slip: { seq, words } }: { slip: Slip }) {
  const t = useText();
  const compared = useRead('auditEntry.compare', { seq, words: [...words] });
  if (compared.error) return <ErrorSentence error={compared.error} />;
  if (!compared.value) return null;
  const { verdict } = compared.value;
  return (
    <Verdict
      good={verdict === 'fits'}
      outcome={t(`history.${verdict}`)}
      consequence={t(`history.${verdict}Says`, { number: seq })}
    >
      <p className="verdict-body">{t(`history.${verdict}Next`)}</p>
    </Verdict>
  );
}
