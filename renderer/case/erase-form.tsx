// Two people at one desk: what goes and what stays, read together, then the second one signs with a passphrase of her own.
import { Button } from '@mantine/core';
import type { CaseFileId } from '#shared/ids';
import type { Certificate, ErasureReason } from '#shared/records/retention';
import { SHARED_DAYS } from '#shared/records/retention-rules';
import { useRead, useTask } from '../api/use-vault.ts';
import { useSession } from '../session/session-gate.tsx';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Note } from '../ui/status-words.tsx';
import { type Second, SecondSigns } from './second-signs.tsx';
import './erase-form.css';

/** What is to go: whole cases, and of others the ways to reach somebody or all that was told. Nothing: only old lines of the house. */
export interface ToErase {
  readonly caseFileIds: readonly CaseFileId[];
  readonly contactOf: readonly CaseFileId[];
  readonly toldOf: readonly CaseFileId[];
  /** Numbers of all of these, for the head of the form. */
  readonly numbers: readonly string[];
}

export const wholeCase = (of: { readonly id: CaseFileId; readonly caseNumber: string }): ToErase => ({
  caseFileIds: [of.id],
  contactOf: [],
  toldOf: [],
  numbers: [of.caseNumber],
});

interface EraseFormProps {
  readonly what: ToErase;
  readonly reason: ErasureReason;
  readonly onLeave: () => void;
  readonly onDone: (certificates: readonly Certificate[]) => void;
}

export function EraseForm({ what, reason, onLeave, onDone }: EraseFormProps) {
  const t = useText();
  const { person } = useSession();
  const staff = useRead('staffMember.list', {});
  const run = useTask('retention.run');
  const others = (staff.value ?? []).filter(({ id, disabledAt }) => disabledAt === null && id !== person.id);
  const sign = async (second: Second): Promise<void> => {
    const { caseFileIds, contactOf, toldOf } = what;
    const chosen = { caseFileIds: [...caseFileIds], contactOf: [...contactOf], toldOf: [...toldOf] };
    const result = await run.start({ ...chosen, reason, second });
    if (result.ok) onDone(result.value);
  };
  return (
    <Sheet title={t('retention.sign')} end={[...new Set(what.numbers)].join(', ')}>
      <div className="stack">
        <p>{t('retention.signLead')}</p>
        <WhatFollows what={what} />
        {staff.error && <ErrorSentence error={staff.error} />}
        {staff.value && others.length === 0 && <Note>{t('retention.secondNone')}</Note>}
        {others.length === 0 ? (
          <div>
            <Button variant="default" onClick={onLeave}>
              {t('retention.leave')}
            </Button>
          </div>
        ) : (
          <SecondSigns others={others} isRunning={run.isRunning} error={run.error} onLeave={onLeave} onSign={sign} />
        )}
      </div>
    </Sheet>
  );
}

function WhatFollows({ what: { caseFileIds, contactOf, toldOf } }: { what: ToErase }) {
  const t = useText();
  const rules = useRead('retention.rules', {});
  const isWhole = caseFileIds.length > 0;
  return (
    <div className="stack">
      <div>
        <h3>{t('retention.goes')}</h3>
        <ul className="erase-list">
          {isWhole && <li>{t('retention.goesAll')}</li>}
          {isWhole && <li>{t('retention.goesPairs')}</li>}
          {contactOf.length > 0 && <li>{t('retention.goesContact')}</li>}
          {toldOf.length > 0 && <li>{t('retention.goesTold')}</li>}
          <li>{t('retention.goesLines')}</li>
          <li>{t('retention.goesNever')}</li>
        </ul>
      </div>
      <div>
        <h3>{t('retention.stays')}</h3>
        <ul className="erase-list">
          {isWhole && <li>{t('retention.staysStub')}</li>}
          {isWhole && <li>{t('retention.staysShared', { count: rules.value?.SHARED ?? SHARED_DAYS })}</li>}
          <li>{t('retention.staysHistory')}</li>
          {isWhole && <li>{t('retention.staysElsewhere')}</li>}
        </ul>
      </div>
    </div>
  );
}
