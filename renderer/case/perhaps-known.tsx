// Perhaps this person was here before: cases to look at, or whom to ask. It says so once, calmly, and holds nothing up.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
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
  /** What is to be kept goes into the case that is chosen, and nobody leaves this page for it. */
  readonly onPick?: (caseFileId: CaseFileId) => void;
}

export function PerhapsKnown({ lead, cases, askWhom, onOpened, onPick }: PerhapsKnownProps) {
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
                {onPick === undefined ? (
                  <Link href={casePath(one.caseFileId)}>
                    <Alias caseFileId={one.caseFileId} alias={one.nameUsed} caseNumber={one.caseNumber} />
                  </Link>
                ) : (
                  <Choose one={one} onPick={onPick} />
                )}
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

type ChooseProps = Required<Pick<PerhapsKnownProps, 'onPick'>> & { readonly one: PerhapsKnownProps['cases'][number] };

function Choose({ one, onPick }: ChooseProps) {
  const t = useText();
  return (
    <>
      <Alias caseFileId={one.caseFileId} alias={one.nameUsed} caseNumber={one.caseNumber} />
      <Button
        size="compact-md"
        variant="default"
        aria-label={t('cases.intoThisOf', { name: one.nameUsed })}
        onClick={() => onPick(one.caseFileId)}
      >
        {t('cases.intoThis')}
      </Button>
    </>
  );
}
