// A short form for another need of one case. A kind chosen suggests its urgency; worker and survivor set it together.
import { Button, Select, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { AnswerSource } from '#shared/answers';
import type { CaseFileId } from '#shared/ids';
import type { HealthWindow } from '#shared/records/health-window';
import type { SurvivorPriority } from '#shared/records/need';
import {
  needCode,
  needCodes,
  type NeedCode,
  type NeedDomain,
  NeedDomain as Domains,
  Urgency,
} from '#shared/records/need-codes';
import { useWrite } from '../../api/use-vault.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { PrioritySelect } from './priority-select.tsx';
import { WindowsField } from './windows-field.tsx';

interface Written {
  readonly code: NeedCode | null;
  readonly title: string;
  readonly note: string;
  readonly source: AnswerSource;
  readonly urgency: Urgency;
  readonly survivorPriority: SurvivorPriority;
  readonly windows: readonly HealthWindow[];
}
const nothing: Written = {
  code: null,
  title: '',
  note: '',
  source: 'EXPRESSED',
  urgency: 'U1',
  survivorPriority: null,
  windows: [],
};

export function AddNeed({ caseFileId, pronouns }: { caseFileId: CaseFileId; pronouns: Pronouns }) {
  const t = useText();
  const add = useWrite('need.add');
  const [written, setWritten] = useState(nothing);
  const write = (part: Partial<Written>): void => setWritten({ ...written, ...part });
  const choose = (code: NeedCode | null): void => {
    const known = code === null ? undefined : needCode(code);
    write({
      code,
      windows: known?.domain === 'HEALTH' ? written.windows : [],
      urgency: known?.urgency ?? written.urgency,
      title: written.title || (code === null ? '' : t(`needs.code.${code}`)),
    });
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { code: chosen, windows, ...rest } = written;
    const code = chosen ?? 'OTHER';
    if (written.title.trim() === '' || add.isRunning) return;
    const domain: NeedDomain = needCode(code)?.domain ?? 'PRACTICAL';
    const result = await add.run({ caseFileId, domain, code, ...rest, windows: [...windows] });
    if (result.ok) setWritten(nothing);
  };
  return (
    <Sheet title={t('needs.addTitle')}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <Select
          label={t('needs.pick')}
          searchable
          selectFirstOptionOnChange
          data={codeChoices(t)}
          value={written.code}
          onChange={(value) => choose(value)}
          nothingFoundMessage={t('needs.code.OTHER')}
        />
        <TextInput
          label={t('needs.words', pronouns)}
          dir="auto"
          maxLength={160}
          value={written.title}
          onChange={(event) => write({ title: event.currentTarget.value })}
        />
        <Select
          label={t('needs.byWhen')}
          data={Urgency.options.map((value) => ({ value, label: t(`needs.${value}`) }))}
          value={written.urgency}
          allowDeselect={false}
          onChange={(value) => write({ urgency: value ?? 'U1' })}
        />
        <div>
          <p className="field-label" id="need-source">
            {t('needs.who')}
          </p>
          <SegmentedControl
            aria-labelledby="need-source"
            fullWidth
            orientation="vertical"
            value={written.source}
            onChange={(value) => write({ source: value })}
            data={AnswerSource.options.map((value) => ({
              value,
              label: value === 'EXPRESSED' ? t('needs.EXPRESSED', pronouns) : t(`needs.${value}`),
            }))}
          />
        </div>
        <PrioritySelect
          pronouns={pronouns}
          value={written.survivorPriority}
          onValue={(survivorPriority) => write({ survivorPriority })}
        />
        {needCode(written.code ?? 'OTHER')?.domain === 'HEALTH' && (
          <WindowsField pronouns={pronouns} value={written.windows} onValue={(windows) => write({ windows })} />
        )}
        <Textarea
          label={t('needs.note')}
          dir="auto"
          autosize
          minRows={2}
          value={written.note}
          onChange={(event) => write({ note: event.currentTarget.value })}
        />
        {add.error && <ErrorSentence error={add.error} />}
        <Button type="submit" loading={add.isRunning}>
          {t('needs.save')}
        </Button>
      </form>
    </Sheet>
  );
}

function codeChoices(t: ReturnType<typeof useText>) {
  const groups = Domains.options.map((domain) => ({
    group: t(`needs.domain.${domain}`),
    items: needCodes
      .filter((one) => one.domain === domain)
      .map(({ id }) => ({ value: id, label: t(`needs.code.${id}`) })),
  }));
  return [
    ...groups,
    { group: t('needs.code.OTHER'), items: [{ value: 'OTHER' as NeedCode, label: t('needs.code.OTHER') }] },
  ];
}
