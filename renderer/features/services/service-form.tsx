// One line of the service log, new or put right. Short codes only; there is nothing to write about a person here.
import { Button, NativeSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import type { ServiceAmount, StoredService } from '#shared/records/service';
import { ServiceCode } from '#shared/records/service-codes';
import { useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';

interface FormProps {
  readonly caseFileId: CaseFileId;
  /** The line that is put right; without it a new one is written. */
  readonly changing?: StoredService;
  readonly onDone?: () => void;
}

interface Written {
  readonly code: ServiceCode | null;
  readonly on: string;
  readonly amount: ServiceAmount | null;
  readonly siteAlias: string;
  readonly fundingTag: string;
}
const nothing = (): Written => ({ code: null, on: dateOf(now()), amount: null, siteAlias: '', fundingTag: '' });

export function ServiceForm({ caseFileId, changing, onDone }: FormProps) {
  const t = useText();
  const log = useWrite('service.log');
  const correct = useWrite('service.correct');
  const [written, setWritten] = useState<Written>(changing ?? nothing);
  const write = (part: Partial<Written>): void => setWritten({ ...written, ...part });
  const { code, on, amount, siteAlias, fundingTag } = written;
  const isRunning = log.isRunning || correct.isRunning;
  const isStruck = changing?.isStruck ?? false;
  const keep = async (isStruck: boolean): Promise<void> => {
    if (code === null || isRunning) return;
    const given = { on, code, amount, siteAlias, fundingTag };
    const result =
      changing === undefined
        ? await log.run({ caseFileId, ...given })
        : await correct.run({ serviceId: changing.id, basedOn: changing.revision, service: { ...given, isStruck } });
    if (result.ok) onDone?.();
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void keep(isStruck);
  };
  const error = log.error ?? correct.error;
  return (
    <Sheet title={changing === undefined ? t('services.otherTitle') : t('services.change')}>
      <form className="stack" onSubmit={submit}>
        <Fields written={written} onWrite={write} />
        {error && <ErrorSentence error={error} />}
        <div className="row wrap">
          {onDone && (
            <Button variant="default" onClick={onDone}>
              {t('services.leave')}
            </Button>
          )}
          {changing && (
            <Button variant="default" disabled={isRunning} onClick={() => void keep(!isStruck)}>
              {isStruck ? t('services.unstrike') : t('services.strike')}
            </Button>
          )}
          <Button type="submit" loading={isRunning} disabled={code === null || on === ''}>
            {t('services.keep')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

interface FieldsProps {
  readonly written: Written;
  readonly onWrite: (part: Partial<Written>) => void;
}

function Fields({ written, onWrite }: FieldsProps) {
  const t = useText();
  return (
    <>
      <Select
        label={t('services.what')}
        searchable
        data={ServiceCode.options.map((value) => ({ value, label: t(`services.code.${value}`) }))}
        value={written.code}
        onChange={(code) => onWrite({ code })}
      />
      <DayField label={t('services.day')} value={written.on} latest={dateOf(now())} onValue={(on) => onWrite({ on })} />
      <Amount amount={written.amount} onAmount={(amount) => onWrite({ amount })} />
      <TextInput
        label={t('services.site')}
        description={t('services.siteHint')}
        maxLength={40}
        dir="auto"
        value={written.siteAlias}
        onChange={(event) => onWrite({ siteAlias: event.currentTarget.value })}
      />
      <TextInput
        label={t('services.funding')}
        maxLength={40}
        dir="auto"
        value={written.fundingTag}
        onChange={(event) => onWrite({ fundingTag: event.currentTarget.value })}
      />
    </>
  );
}

const units = ['NONE', 'MINUTES', 'UNITS'] as const;
/** Half an hour, or one piece, until somebody says otherwise. */
const first = { NONE: null, MINUTES: { in: 'MINUTES', count: 30 }, UNITS: { in: 'UNITS', count: 1 } } as const;

interface AmountProps {
  readonly amount: ServiceAmount | null;
  readonly onAmount: (amount: ServiceAmount | null) => void;
}

function Amount({ amount, onAmount }: AmountProps) {
  const t = useText();
  return (
    <div className="service-amount">
      <NativeSelect
        label={t('services.amount')}
        value={amount?.in ?? 'NONE'}
        data={units.map((value) => ({ value, label: t(`services.in.${value}`) }))}
        onChange={(event) => onAmount(first[units.find((unit) => unit === event.currentTarget.value) ?? 'NONE'])}
      />
      {amount !== null && (
        <NumberInput
          label={t('services.count')}
          min={1}
          max={amount.in === 'MINUTES' ? 1_440 : 999}
          step={amount.in === 'MINUTES' ? 15 : 1}
          allowDecimal={false}
          value={amount.count}
          onChange={(value) => onAmount({ ...amount, count: Number(value) || 1 })}
        />
      )}
    </div>
  );
}
