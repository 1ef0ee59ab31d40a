// Someone new: one field. A name like one that is here already is shown, never held against opening another case.
import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { z } from 'zod';
import { INQUIRY_DAYS } from '#shared/records/case-status';
import { useWrite } from '../../api/use-vault.ts';
import { casePath } from '../../case/case-tabs.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { SimilarNames } from '../../case/similar-names.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import './cases.css';

const NAME = 'new-name';

export function NewCasePage() {
  const t = useText();
  const [, navigate] = useLocation();
  const draft = useDraft({ target: { kind: 'case-file' }, schema: z.strictObject({ nameUsed: z.string() }) });
  const [written, setWritten] = useState<string | null>(null);
  const nameUsed = written ?? draft.kept?.body.nameUsed ?? '';
  const open = useWrite('caseFile.open');
  const write = (name: string): void => {
    setWritten(name);
    draft.write({ nameUsed: name }, NAME);
  };
  const begin = async (as: 'INTAKE' | 'INQUIRY'): Promise<void> => {
    if (nameUsed.trim() === '' || open.isRunning) return;
    // What still waits goes first: the vault takes the draft away with the opening, and none comes after it.
    await draft.flush();
    const result = await open.run({ nameUsed, as });
    if (result.ok) navigate(casePath(result.value.id), { replace: true });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void begin('INTAKE');
  };
  return (
    <>
      <PageHead title={t('cases.newTitle')} fact={t('cases.newLead')} />
      <Sheet>
        <form className="stack one-field" onSubmit={submit}>
          <TextInput
            size="md"
            label={t('cases.nameAsk')}
            description={t('cases.nameHint')}
            value={nameUsed}
            id={NAME}
            onChange={(event) => write(event.currentTarget.value)}
            maxLength={200}
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            autoFocus
          />
          <SimilarNames name={nameUsed.trim()} onOpened={draft.discard} />
          {open.error && <ErrorSentence error={open.error} />}
          <div className="row wrap">
            <Button type="submit" loading={open.isRunning}>
              {t('cases.begin')}
            </Button>
            <Button variant="default" disabled={open.isRunning} onClick={() => void begin('INQUIRY')}>
              {t('cases.beginAsking')}
            </Button>
          </div>
          <p className="small dim">{t('cases.askingHint', { days: INQUIRY_DAYS })}</p>
        </form>
      </Sheet>
    </>
  );
}
