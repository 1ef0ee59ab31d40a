// Writing down what left without this program: to whom, what, on what it rests, whether she was told, and what was done for safety.
import { Button, Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import { RecordId } from '#shared/ids';
import { HandWay } from '#shared/records/disclosure-log';
import { ReleaseCategory } from '#shared/records/release-categories';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useAgencyName } from './agency-name.ts';

interface FormProps {
  readonly caseFileId: CaseFileId;
  readonly onDone: () => void;
}

const BASES = ['RELEASE', 'COURT_ORDER', 'STATUTORY_MANDATE', 'IMMINENT_DANGER_POLICY', 'SURVIVOR_COPY'] as const;
type Basis = (typeof BASES)[number];

interface Line {
  readonly way: HandWay;
  readonly sentOn: string;
  /** Empty for somebody who is not in the directory. */
  readonly agencyId: string;
  readonly recipientName: string;
  readonly categories: readonly ReleaseCategory[];
  readonly what: string;
  readonly basis: Basis;
  readonly releaseId: string;
  readonly reference: string;
  readonly told: boolean;
  readonly how: string;
  readonly steps: string;
}

const fresh = (): Line => ({
  way: 'SPOKEN',
  sentOn: dateOf(now()),
  agencyId: '',
  recipientName: '',
  categories: [],
  what: '',
  basis: 'RELEASE',
  releaseId: '',
  reference: '',
  told: true,
  how: '',
  steps: '',
});

export function LogForm({ caseFileId, onDone }: FormProps) {
  const t = useText();
  const add = useWrite('disclosureLog.add');
  const releases = useRead('release.list', { caseFileId });
  const [line, setLine] = useState(fresh);
  const write = (part: Partial<Line>): void => setLine({ ...line, ...part });
  const release = releases.value?.find(({ id }) => id === line.releaseId);
  const isReady =
    line.recipientName.trim() !== '' &&
    line.categories.length > 0 &&
    (line.basis === 'RELEASE' ? release !== undefined : line.reference.trim() !== '');
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { way, sentOn, recipientName, what, steps, told, how, reference } = line;
    const result = await add.run({
      caseFileId,
      way,
      sentOn,
      recipientName,
      what,
      steps,
      categories: [...line.categories],
      partnerAgencyId: line.agencyId === '' ? null : RecordId.parse(line.agencyId),
      purpose: release?.purpose ?? '',
      survivorTold: { told, how },
      basis:
        line.basis === 'RELEASE'
          ? { kind: line.basis, releaseId: RecordId.parse(line.releaseId) }
          : { kind: line.basis, reference },
    });
    if (result.ok) onDone();
  };
  return (
    <Sheet title={t('disclosure.add')}>
      <form className="stack one-column" onSubmit={(event) => void submit(event)}>
        <ToWhom line={line} onWrite={write} />
        <Grounds line={line} caseFileId={caseFileId} onWrite={write} />
        <Radio.Group
          label={t('disclosure.isTold')}
          value={line.told ? 'YES' : 'NO'}
          onChange={(value) => write({ told: value === 'YES' })}
        >
          <div className="row">
            <Radio value="YES" label={t('sharing.YES')} />
            <Radio value="NO" label={t('sharing.NO')} />
          </div>
        </Radio.Group>
        <TextInput
          label={line.told ? t('disclosure.how') : t('disclosure.whyNot')}
          dir="auto"
          maxLength={400}
          value={line.how}
          onChange={({ currentTarget }) => write({ how: currentTarget.value })}
        />
        <Textarea
          label={t('disclosure.steps')}
          dir="auto"
          autosize
          maxLength={1_000}
          value={line.steps}
          onChange={({ currentTarget }) => write({ steps: currentTarget.value })}
        />
        {add.error && <ErrorSentence error={add.error} />}
        <div className="row wrap">
          <Button variant="default" onClick={onDone}>
            {t('rights.leave')}
          </Button>
          <Button type="submit" loading={add.isRunning} disabled={!isReady}>
            {t('rights.keep')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

interface PartProps {
  readonly line: Line;
  readonly onWrite: (part: Partial<Line>) => void;
}

function ToWhom({ line, onWrite }: PartProps) {
  const t = useText();
  const agencies = useRead('partnerAgency.list', {});
  const nameOf = (id: string): string => agencies.value?.find((agency) => agency.id === id)?.name ?? '';
  return (
    <>
      <NativeSelect
        label={t('disclosure.leftBy')}
        value={line.way}
        data={HandWay.options.map((value) => ({ value, label: t(`disclosure.way.${value}`) }))}
        onChange={({ currentTarget }) => onWrite({ way: HandWay.catch('SPOKEN').parse(currentTarget.value) })}
      />
      <DayField
        label={t('disclosure.on')}
        value={line.sentOn}
        latest={dateOf(now())}
        onValue={(day) => onWrite({ sentOn: day || dateOf(now()) })}
      />
      <NativeSelect
        label={t('disclosure.toWhom')}
        value={line.agencyId}
        data={[
          { value: '', label: t('disclosure.somebodyElse') },
          ...(agencies.value ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ currentTarget: { value } }) => onWrite({ agencyId: value, recipientName: nameOf(value) })}
      />
      {line.agencyId === '' && (
        <TextInput
          label={t('disclosure.name')}
          dir="auto"
          maxLength={200}
          value={line.recipientName}
          onChange={({ currentTarget }) => onWrite({ recipientName: currentTarget.value })}
        />
      )}
      <Checkbox.Group
        label={t('disclosure.categories')}
        value={[...line.categories]}
        onChange={(value) => onWrite({ categories: ReleaseCategory.options.filter((one) => value.includes(one)) })}
      >
        <div className="ticks">
          {ReleaseCategory.options.map((value) => (
            <Checkbox key={value} value={value} label={t(`sharing.category.${value}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput
        label={t('disclosure.what')}
        dir="auto"
        maxLength={1_000}
        value={line.what}
        onChange={({ currentTarget }) => onWrite({ what: currentTarget.value })}
      />
    </>
  );
}

/** On what it rests: a permission of this case, or a law, an order, a danger that is named. */
function Grounds({ line, caseFileId, onWrite }: PartProps & Pick<FormProps, 'caseFileId'>) {
  const t = useText();
  const releases = useRead('release.list', { caseFileId });
  const agencyName = useAgencyName();
  const signed = releases.value?.filter(({ signature }) => signature !== null) ?? [];
  return (
    <>
      <NativeSelect
        label={t('disclosure.rests')}
        value={line.basis}
        data={BASES.map((value) => ({ value, label: t(`disclosure.basis.${value}`) }))}
        onChange={({ currentTarget }) =>
          onWrite({ basis: BASES.find((one) => one === currentTarget.value) ?? 'RELEASE' })
        }
      />
      {line.basis === 'RELEASE' ? (
        <NativeSelect
          label={t('disclosure.release')}
          value={line.releaseId}
          data={[
            { value: '', label: '' },
            ...signed.map(({ id, partnerAgencyId, purpose }) => ({
              value: id,
              label: `${agencyName(partnerAgencyId)}: ${purpose}`,
            })),
          ]}
          onChange={({ currentTarget }) => onWrite({ releaseId: currentTarget.value })}
        />
      ) : (
        <TextInput
          label={t('disclosure.reference')}
          dir="auto"
          maxLength={200}
          value={line.reference}
          onChange={({ currentTarget }) => onWrite({ reference: currentTarget.value })}
        />
      )}
    </>
  );
}
