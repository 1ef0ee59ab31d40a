// The interpreters of this house. A director sees first what has to be looked at after somebody was unsafe.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { StoredInterpreter } from '#shared/records/interpreter';
import { isVetted } from '#shared/records/interpreter-rules';
import { useRead } from '../../api/use-vault.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, Ok, Waits } from '../../ui/status-words.tsx';
import { InterpreterForm } from './interpreter-form.tsx';
import { UnsafeReviews } from './unsafe-reviews.tsx';
import './interpreters.css';

export function InterpretersPage() {
  const t = useText();
  const mayReview = useMay('interpreter.toReview');
  const mayWrite = useMay('interpreter.save');
  const list = useRead('interpreter.list', {});
  const [open, setOpen] = useState<StoredInterpreter | 'new' | null>(null);
  return (
    <>
      <PageHead
        title={t('interpreters.title')}
        fact={t('interpreters.fact')}
        actions={mayWrite && open === null && <Button onClick={() => setOpen('new')}>{t('interpreters.add')}</Button>}
      />
      {list.error && <ErrorSentence error={list.error} />}
      <div className="stack">
        {mayReview && <UnsafeReviews />}
        {open !== null && (
          <InterpreterForm
            key={open === 'new' ? 'new' : open.id}
            interpreter={open === 'new' ? null : open}
            onDone={() => setOpen(null)}
          />
        )}
        {list.value && (
          <Sheet flush>
            {list.value.length === 0 && <EmptyState>{t('interpreters.none')}</EmptyState>}
            <Rows label={t('interpreters.title')}>
              {list.value.map((interpreter) => (
                <li key={interpreter.id}>
                  <div className="grow">
                    <b dir="auto">{interpreter.name}</b>
                    <p className="small dim" dir="auto">
                      {[interpreter.languages.join(', '), interpreter.dialect, interpreter.agency]
                        .filter((words) => words !== '')
                        .join(' · ')}
                    </p>
                  </div>
                  <Standing interpreter={interpreter} />
                  {mayWrite && (
                    <Button
                      size="compact-md"
                      variant="default"
                      aria-label={t('interpreters.change', { name: interpreter.name })}
                      onClick={() => setOpen(interpreter)}
                    >
                      {t('interpreters.edit')}
                    </Button>
                  )}
                </li>
              ))}
            </Rows>
          </Sheet>
        )}
      </div>
    </>
  );
}

function Standing({ interpreter }: { interpreter: StoredInterpreter }) {
  const t = useText();
  if (interpreter.standing === 'HELD') return <Waits>{t('interpreters.held')}</Waits>;
  return isVetted(interpreter) ? <Ok>{t('interpreters.vetted')}</Ok> : <Note>{t('interpreters.notVetted')}</Note>;
}
