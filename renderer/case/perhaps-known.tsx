// Perhaps this person was here before: cases to look at, or whom to ask. It says so once, calmly, and holds nothing up.
import { Link } from 'wouter';
import { type CaseStatus, isOpen } from '#shared/records/case-status';
import type { PerhapsKnown as Known } from '#shared/records/same-person';
import { useText } from '../text.ts';
import { Alias } from '../ui/hers.tsx';
import { Note } from '../ui/status-words.tsx';
import { pronounsFor } from '../pronouns.ts';
import { casePath } from './case-tabs.ts';
import { HereAgain } from './here-again.tsx';

type Case = Known['cases'][number];

interface PerhapsKnownProps {
  readonly lead: string;
  readonly cases: readonly (Pick<Case, 'caseFileId' | 'nameUsed' | 'caseNumber'> & { readonly status?: CaseStatus })[];
  readonly askWhom: Known['askWhom'];
  /** Before a case is opened: one that ended is where somebody who is here again begins. What to do once it is opened. */
  readonly onOpened?: () => Promise<unknown>;
}

export function PerhapsKnown({ lead, cases, askWhom, onOpened }: PerhapsKnownProps) {
  const t = useText();
  const pronouns = pronounsFor(t, null);
  return (
    <div role="status" className="stack">
      {cases.length > 0 && (
        <div>
          <p className="small">{lead}</p>
          <ul className="row wrap">
            {cases.map((one) => (
              <li key={one.caseFileId} className="row">
                <Link href={casePath(one.caseFileId)}>
                  <Alias caseFileId={one.caseFileId} alias={one.nameUsed} caseNumber={one.caseNumber} />
                </Link>
                {onOpened !== undefined && one.status !== undefined && !isOpen(one.status) && (
                  <HereAgain
                    caseFileId={one.caseFileId}
                    name={one.nameUsed}
                    pronouns={pronouns}
                    isOneOfSeveral
                    onOpened={onOpened}
                  />
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {askWhom.length > 0 && (
        <div>
          <Note>{t('cases.maybeEarlier')}</Note>
          <p className="small dim" dir="auto">
            {t('cases.maybeAsk', { names: askWhom.map(({ name }) => name).join(', ') })}
          </p>
        </div>
      )}
    </div>
  );
}
