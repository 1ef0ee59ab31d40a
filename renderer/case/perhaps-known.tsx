// Perhaps this person was here before: cases to look at, or whom to ask. It says so once, calmly, and holds nothing up.
import { Link } from 'wouter';
import type { PerhapsKnown as Known } from '#shared/records/same-person';
import { useText } from '../text.ts';
import { Alias } from '../ui/hers.tsx';
import { Note } from '../ui/status-words.tsx';
import { casePath } from './case-tabs.ts';

type Case = Known['cases'][number];

interface PerhapsKnownProps {
  readonly lead: string;
  readonly cases: readonly Pick<Case, 'caseFileId' | 'nameUsed' | 'caseNumber'>[];
  readonly askWhom: Known['askWhom'];
}

export function PerhapsKnown({ lead, cases, askWhom }: PerhapsKnownProps) {
  const t = useText();
  return (
    <div role="status" className="stack">
      {cases.length > 0 && (
        <div>
          <p className="small">{lead}</p>
          <ul className="row wrap">
            {cases.map((one) => (
              <li key={one.caseFileId}>
                <Link href={casePath(one.caseFileId)}>
                  <Alias caseFileId={one.caseFileId} alias={one.nameUsed} caseNumber={one.caseNumber} />
                </Link>
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
