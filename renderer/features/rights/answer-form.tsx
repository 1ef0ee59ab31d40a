// How a request ended. A refusal is told in plain words; one to erase names its reason, offers a part and is looked at again.
import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { ErasureBar, RightsEnd, type StoredRightsRequest } from '#shared/records/rights-request';
import { useWrite } from '../../api/use-vault.ts';
import { DayField } from '../../forms/day-field.tsx';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Note } from '../../ui/status-words.tsx';

interface AnswerProps {
  readonly request: StoredRightsRequest;
  readonly pronouns: Pronouns;
  readonly isHeld: boolean;
  readonly onDone: () => void;
}

export function AnswerForm({ request, isHeld, onDone }: AnswerProps) {
  const t = useText();
  const settle = useWrite('rightsRequest.settle');
  const [end, setEnd] = useState<RightsEnd>('DONE');
  const [words, setWords] = useState('');
  const [bars, setBars] = useState<Bars>({ codes: isHeld ? ['LEGAL_HOLD'] : [], partlyOffered: false, reviewOn: '' });
  const isBarred = request.kind === 'ERASE' && (end === 'REFUSED' || end === 'PARTLY');
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const outcome = {
      end,
      words,
      codes: isBarred ? [...bars.codes] : [],
      partlyOffered: isBarred && bars.partlyOffered,
      reviewOn: isBarred && bars.reviewOn !== '' ? bars.reviewOn : null,
    };
    if ((await settle.run({ requestId: request.id, basedOn: request.revision, outcome })).ok) onDone();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {request.kind === 'ERASE' && isHeld && <Note>{t('rights.held')}</Note>}
      <NativeSelect
        label={t('rights.end')}
        value={end}
        data={RightsEnd.options.map((value) => ({ value, label: t(`rights.ends.${value}`) }))}
        onChange={({ currentTarget }) => setEnd(RightsEnd.catch('DONE').parse(currentTarget.value))}
      />
      {isBarred && <BarFields bars={bars} onBars={setBars} />}
      <Textarea
        label={t('rights.said')}
        description={t('rights.saidHint')}
        dir="auto"
        autosize
        minRows={2}
        maxLength={2_000}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      {settle.error && <ErrorSentence error={settle.error} />}
      <div className="row wrap">
        <Button variant="default" onClick={onDone}>
          {t('rights.leave')}
        </Button>
        <Button type="submit" loading={settle.isRunning}>
          {t('rights.keep')}
        </Button>
      </div>
    </form>
  );
}

interface Bars {
  readonly codes: readonly ErasureBar[];
  readonly partlyOffered: boolean;
  readonly reviewOn: string;
}

function BarFields({ bars, onBars }: { bars: Bars; onBars: (bars: Bars) => void }) {
  const t = useText();
  return (
    <>
      <Checkbox.Group
        label={t('rights.bars')}
        value={[...bars.codes]}
        onChange={(codes) => onBars({ ...bars, codes: ErasureBar.options.filter((one) => codes.includes(one)) })}
      >
        <div className="stack rights-choices">
          {ErasureBar.options.map((value) => (
            <Checkbox key={value} value={value} label={t(`rights.bar.${value}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox
        label={t('rights.partly')}
        checked={bars.partlyOffered}
        onChange={({ currentTarget }) => onBars({ ...bars, partlyOffered: currentTarget.checked })}
      />
      <DayField
        label={t('rights.reviewOn')}
        value={bars.reviewOn}
        onValue={(reviewOn) => onBars({ ...bars, reviewOn })}
      />
    </>
  );
}
