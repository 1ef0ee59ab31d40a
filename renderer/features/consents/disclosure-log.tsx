// What has left: every package, and everything that was told or handed over otherwise. Nothing in it can be changed.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import type { DisclosureLine } from '#shared/records/disclosure-log';
import { useRead } from '../../api/use-vault.ts';
import { casePath } from '../../case/case-tabs.ts';
import { fullDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, Ok, Stop } from '../../ui/status-words.tsx';
import { LogForm } from './log-form.tsx';

interface LogProps {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
}

export function DisclosureLog({ caseFileId, pronouns }: LogProps) {
  const t = useText();
  const [isWriting, setWriting] = useState(false);
  const log = useRead('disclosureLog.list', { caseFileId });
  return (
    <>
      {isWriting && <LogForm caseFileId={caseFileId} onDone={() => setWriting(false)} />}
      <Sheet
        flush
        title={t('sharing.log')}
        end={<Link href={casePath(caseFileId, '/prints/DISCLOSURE_LOG')}>{t('disclosure.print', pronouns)}</Link>}
      >
        {log.error && <ErrorSentence error={log.error} />}
        {log.value?.length === 0 && <EmptyState>{t('sharing.logEmpty')}</EmptyState>}
        <Rows label={t('sharing.log')}>
          {log.value?.map((line) => (
            <LogLine key={line.id} line={line} />
          ))}
        </Rows>
        {!isWriting && (
          <p className="rows-more">
            <Button variant="default" onClick={() => setWriting(true)}>
              {t('disclosure.add')}
            </Button>
          </p>
        )}
      </Sheet>
    </>
  );
}

function LogLine({ line }: { line: DisclosureLine }) {
  const t = useText();
  const { on, recipientName: name, categories, way, what, basis, survivorTold, unmatched, by, answer } = line;
  const covered =
    answer === null
      ? categories.map((category) => t(`sharing.category.${category}`)).join(', ')
      : t(`received.answers.${answer}`);
  const reference = 'reference' in basis && basis.kind !== 'SURVIVOR_COPY' ? basis.reference : '';
  const opens = line.sealedFor.map(({ name: whose, fingerprintWords }) =>
    [whose, fingerprintWords.join(' ')].filter(Boolean).join(': '),
  );
  const facts = [t(`disclosure.way.${way}`), t(`disclosure.basis.${basis.kind}`), reference, what, by?.name ?? ''];
  return (
    <li>
      <span className="grow stack log-line" dir="auto">
        <span>{t('sharing.logLine', { date: fullDate(on), name, what: covered })}</span>
        <span className="small dim">{facts.filter(Boolean).join('. ')}</span>
        {opens.length > 0 && <span className="small dim">{t('sharing.opens', { keys: opens.join('; ') })}</span>}
        {unmatched.length > 0 && (
          <>
            <Stop>
              {t('disclosure.unmatched', {
                checks: unmatched.map((check) => t(`disclosure.check.${check}`)).join(', '),
              })}
            </Stop>
            <Link href="/safekeeping/breaches">{t('disclosure.gotOut')}</Link>
          </>
        )}
      </span>
      {survivorTold.told ? <Ok>{t('disclosure.told')}</Ok> : <Note>{t('disclosure.notTold')}</Note>}
    </li>
  );
}
