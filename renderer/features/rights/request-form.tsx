// Writing down what was asked: what, on which day, in whose words, by whom, and which time runs.
import { Button, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import { RightsKind, Timing } from '#shared/records/rights-request';
import { useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Stop } from '../../ui/status-words.tsx';

interface FormProps {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
  readonly timing: Timing;
  readonly onDone: () => void;
}

export function RequestForm({ caseFileId, pronouns, timing: usual, onDone }: FormProps) {
  const t = useText();
  const receive = useWrite('rightsRequest.receive');
  const [kind, setKind] = useState<RightsKind>('ACCESS');
  const [receivedOn, setReceivedOn] = useState(dateOf(now()));
  const [words, setWords] = useState('');
  const [timing, setTiming] = useState(usual);
  const [guardian, setGuardian] = useState<Guardian | null>(null);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const askedBy = guardian === null ? { who: 'SELF' as const } : { who: 'GUARDIAN' as const, ...guardian };
    const result = await receive.run({ caseFileId, kind, receivedOn, words, askedBy, timing });
    if (result.ok) onDone();
  };
  return (
    <Sheet title={t('rights.write')}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <NativeSelect
          label={t('rights.kindLabel')}
          value={kind}
          data={RightsKind.options.map((value) => ({ value, label: t(`rights.kind.${value}`) }))}
          onChange={({ currentTarget }) => setKind(RightsKind.catch('ACCESS').parse(currentTarget.value))}
        />
        <DayField
          label={t('rights.receivedOn')}
          value={receivedOn}
          latest={dateOf(now())}
          onValue={(day) => setReceivedOn(day || dateOf(now()))}
        />
        <Textarea
          className="her-box"
          label={t('rights.words', pronouns)}
          dir="auto"
          autosize
          minRows={2}
          maxLength={2_000}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <WhoAsks guardian={guardian} pronouns={pronouns} onGuardian={setGuardian} />
        <NativeSelect
          label={t('rights.timing')}
          description={t('rights.timingHint')}
          value={timing}
          data={Timing.options.map((value) => ({ value, label: t(`rights.timings.${value}`) }))}
          onChange={({ currentTarget }) => setTiming(Timing.catch('POLICY').parse(currentTarget.value))}
        />
        {receive.error && <ErrorSentence error={receive.error} />}
        <div className="row wrap">
          <Button variant="default" onClick={onDone}>
            {t('rights.leave')}
          </Button>
          <Button type="submit" loading={receive.isRunning}>
            {t('rights.keep')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

interface Guardian {
  readonly name: string;
  readonly harms: boolean | null;
}
interface WhoProps {
  readonly guardian: Guardian | null;
  readonly pronouns: Pronouns;
  readonly onGuardian: (guardian: Guardian | null) => void;
}

/** A parent or guardian is never answered before it is asked whether they cause harm. */
function WhoAsks({ guardian, pronouns, onGuardian }: WhoProps) {
  const t = useText();
  return (
    <>
      <Radio.Group
        label={t('rights.who')}
        value={guardian === null ? 'SELF' : 'GUARDIAN'}
        onChange={(value) => onGuardian(value === 'SELF' ? null : { name: '', harms: null })}
      >
        <div className="stack rights-choices">
          <Radio value="SELF" label={t('rights.self', pronouns)} />
          <Radio value="GUARDIAN" label={t('rights.guardian')} />
        </div>
      </Radio.Group>
      {guardian !== null && (
        <>
          <TextInput
            label={t('rights.guardianName')}
            dir="auto"
            maxLength={200}
            value={guardian.name}
            onChange={({ currentTarget }) => onGuardian({ ...guardian, name: currentTarget.value })}
          />
          <Radio.Group
            label={t('sharing.harms')}
            value={guardian.harms === null ? '' : guardian.harms ? 'YES' : 'NO'}
            onChange={(value) => onGuardian({ ...guardian, harms: value === 'YES' })}
          >
            <div className="row">
              <Radio value="NO" label={t('sharing.NO')} />
              <Radio value="YES" label={t('sharing.YES')} />
            </div>
          </Radio.Group>
          {guardian.harms === true && <Stop>{t('sharing.harmsStop')}</Stop>}
        </>
      )}
    </>
  );
}
