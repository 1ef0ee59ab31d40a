// Needs of one case: what is open, in the order that helps, and a short form for another one.
import { Button, Select, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { AnswerSource } from '#shared/answers';
import type { CaseFileId } from '#shared/ids';
import { isOpenNeed } from '#shared/records/need-rules';
import {
  needCode,
  needCodes,
  type NeedCode,
  type NeedDomain,
  NeedDomain as Domains,
  Urgency,
} from '#shared/records/need-codes';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import type { Pronouns } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { NeedRows } from './need-rows.tsx';
import './case-page.css';

export function NeedsPage({ params }: PageProps) {
  const mayAdd = useMay('need.add');
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  return (
    <CaseFrame caseFileId={caseFileId} part="/needs">
      {(_caseFile, pronouns) => (
        <div className="two-columns">
          <NeedsOfCase caseFileId={caseFileId} pronouns={pronouns} />
          {mayAdd && <AddNeed caseFileId={caseFileId} pronouns={pronouns} />}
        </div>
      )}
    </CaseFrame>
  );
}

function NeedsOfCase({ caseFileId, pronouns }: { caseFileId: CaseFileId; pronouns: Pronouns }) {
  const t = useText();
  const [showsSettled, setShowsSettled] = useState(false);
  const list = useRead('need.list', { caseFileId, show: 'all' });
  if (list.error) return <ErrorSentence error={list.error} />;
  const open = list.value?.filter((need) => isOpenNeed(need.status)) ?? [];
  const settled = list.value?.filter((need) => !isOpenNeed(need.status)) ?? [];
  return (
    <div className="stack">
      <Sheet flush title={t('needs.title')} end={t('needs.openIn', { count: open.length })}>
        {open.length === 0 ? (
          <EmptyState>{t('needs.noneHere', pronouns)}</EmptyState>
        ) : (
          <NeedRows needs={open} pronouns={pronouns} />
        )}
      </Sheet>
      {settled.length > 0 && (
        <Sheet
          flush
          title={t('needs.settled')}
          end={
            <Button
              size="compact-sm"
              variant="subtle"
              aria-expanded={showsSettled}
              onClick={() => setShowsSettled(!showsSettled)}
            >
              {showsSettled ? t('needs.hideSettled') : t('needs.showSettled')}
            </Button>
          }
        >
          {showsSettled && (
            <Rows tight>
              {settled.map((need) => (
                <li key={need.id}>
                  <span className="grow" dir="auto">
                    {need.title}
                  </span>
                  <span className="small dim">{t(`needs.status.${need.status}`)}</span>
                </li>
              ))}
            </Rows>
          )}
        </Sheet>
      )}
    </div>
  );
}

interface Written {
  readonly code: NeedCode | null;
  readonly title: string;
  readonly note: string;
  readonly source: AnswerSource;
  readonly urgency: Urgency;
}
const nothing: Written = { code: null, title: '', note: '', source: 'EXPRESSED', urgency: 'U1' };

function AddNeed({ caseFileId, pronouns }: { caseFileId: CaseFileId; pronouns: Pronouns }) {
  const t = useText();
  const add = useWrite('need.add');
  const [written, setWritten] = useState(nothing);
  const write = (part: Partial<Written>): void => setWritten({ ...written, ...part });
  const choose = (code: NeedCode | null): void => {
    const known = code === null ? undefined : needCode(code);
    write({
      code,
      urgency: known?.urgency ?? written.urgency,
      title: written.title || (code === null ? '' : t(`needs.code.${code}`)),
    });
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { title, note, source, urgency } = written;
    const code = written.code ?? 'OTHER';
    if (title.trim() === '' || add.isRunning) return;
    const domain: NeedDomain = needCode(code)?.domain ?? 'PRACTICAL';
    const result = await add.run({ caseFileId, domain, code, title, note, source, urgency });
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
