// The fields of one line, in the order of a call: how they came, who they say they are, what they want, what they were told.
import { NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { Link } from 'wouter';
import { CallWay, ClaimedAs, ScriptSaid } from '#shared/records/caller-log';
import { TimeField } from '../../forms/time-field.tsx';
import { useText } from '../../text.ts';
import { Note } from '../../ui/status-words.tsx';
import { type CallInMaking, isOfYesterday } from './call-in-making.ts';

interface FieldsProps {
  readonly making: CallInMaking;
  readonly write: (part: Partial<CallInMaking>, at: string) => void;
  /** Keeping it was tried: what is still open says so. */
  readonly isAsked: boolean;
}

interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly Value[];
  readonly nameOf: (value: Value) => string;
  readonly isAsked: boolean;
  readonly onValue: (value: Value) => void;
}

function Choices<Value extends string>({ label, value, options, nameOf, isAsked, onValue }: ChoicesProps<Value>) {
  const t = useText();
  const choose = (chosen: string): void => {
    const one = options.find((option) => option === chosen);
    if (one !== undefined) onValue(one);
  };
  const missing = isAsked && value === null ? { error: t('callers.choose') } : {};
  return (
    <Radio.Group label={label} value={value ?? ''} onChange={choose} {...missing}>
      <div className="choices">
        {options.map((option) => (
          <Radio key={option} value={option} label={nameOf(option)} />
        ))}
      </div>
    </Radio.Group>
  );
}

export function WhoFields({ making, write, isAsked }: FieldsProps) {
  const t = useText();
  const claims = ClaimedAs.options.map((value) => ({ value: value as string, label: t(`callers.claimedAs.${value}`) }));
  return (
    <>
      <div className="callers-pair callers-way">
        <Choices
          label={t('callers.way')}
          value={making.way}
          options={CallWay.options}
          nameOf={(way) => t(`callers.ways.${way}`)}
          isAsked={isAsked}
          onValue={(way) => write({ way }, 'call-way')}
        />
        <TimeField
          id="call-time"
          label={t('callers.time')}
          {...(isOfYesterday(making) ? { description: t('callers.timeYesterday') } : {})}
          value={making.time}
          onValue={(time) => write({ time }, 'call-time')}
        />
      </div>
      <div className="callers-pair">
        <NativeSelect
          id="call-claimed"
          label={t('callers.claimed')}
          data={[...(making.claimed === null ? [{ value: '', label: t('callers.choose') }] : []), ...claims]}
          value={making.claimed ?? ''}
          error={isAsked && making.claimed === null ? t('callers.choose') : undefined}
          onChange={({ currentTarget }) => {
            const claimed = ClaimedAs.safeParse(currentTarget.value);
            if (claimed.success) write({ claimed: claimed.data }, 'call-claimed');
          }}
        />
        <WordsField making={making} write={write} name="claimedWords" />
      </div>
      <Textarea
        id="call-asked-for"
        label={t('callers.askedFor')}
        dir="auto"
        autosize
        minRows={2}
        maxLength={1_000}
        autoComplete="off"
        spellCheck={false}
        value={making.askedFor}
        onChange={({ currentTarget }) => write({ askedFor: currentTarget.value }, 'call-asked-for')}
      />
    </>
  );
}

const longest = { claimedWords: 200, number: 40 } as const;

function WordsField({ making, write, name }: Omit<FieldsProps, 'isAsked'> & { name: keyof typeof longest }) {
  const t = useText();
  return (
    <TextInput
      id={`call-${name}`}
      label={t(`callers.${name}`)}
      dir={name === 'number' ? 'ltr' : 'auto'}
      maxLength={longest[name]}
      autoComplete="off"
      spellCheck={false}
      value={making[name]}
      onChange={({ currentTarget }) => write({ [name]: currentTarget.value }, `call-${name}`)}
    />
  );
}

const YES_NO = ['YES', 'NO'] as const;

export function AnswerFields({ making, write, isAsked }: FieldsProps) {
  const t = useText();
  const threat = making.isThreat === null ? null : making.isThreat ? 'YES' : 'NO';
  return (
    <>
      <div className="callers-pair">
        {making.way !== 'DOOR' && <WordsField making={making} write={write} name="number" />}
        <Choices
          label={t('callers.threat')}
          value={threat}
          options={YES_NO}
          nameOf={(answer) => t(answer === 'YES' ? 'callers.yes' : 'callers.no')}
          isAsked={isAsked}
          onValue={(answer) => write({ isThreat: answer === 'YES' }, 'call-threat')}
        />
      </div>
      {making.isThreat === true && <Note>{t('callers.threatSays')}</Note>}
      <Choices
        label={t('callers.script')}
        value={making.script}
        options={ScriptSaid.options}
        nameOf={(script) => t(`callers.scripts.${script}`)}
        isAsked={isAsked}
        onValue={(script) => write({ script }, 'call-script')}
      />
      {making.script === 'OTHER' && (
        <div className="row wrap">
          <Note>{t('callers.scriptOther')}</Note>
          <Link href="/safekeeping/breaches">{t('callers.scriptBreach')}</Link>
        </div>
      )}
    </>
  );
}
