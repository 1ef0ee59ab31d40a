// Cases that a director opened without working on them: shown to a second person until she has seen it.
import { Button } from '@mantine/core';
import type { UnseenOpening } from '#shared/records/break-glass';
import { useWrite } from '../../api/use-vault.ts';
import { dayAndTime } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Alias } from '../../ui/hers.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';

export function OpeningsToday({ openings }: { openings: readonly UnseenOpening[] }) {
  const t = useText();
  const seen = useWrite('breakGlass.seen', { quiet: true });
  if (openings.length === 0) return null;
  return (
    <Sheet flush title={t('assignment.toSee')}>
      {seen.error && <ErrorSentence error={seen.error} />}
      <Rows>
        {openings.map(({ id, of, by, at, until, reason }) => (
          <li key={id} className="wrap">
            <span className="col-alias">
              <Alias caseFileId={of.caseFileId} alias={of.nameUsed} caseNumber={of.caseNumber} />
            </span>
            <span className="grow opening">
              <b>
                {t(until === null ? 'assignment.joined' : 'assignment.opened', {
                  by: by?.name ?? t('assignment.somebody'),
                })}
              </b>
              <span className="small dim">{dayAndTime(at)}</span>
              <span className="small" dir="auto">
                {reason}
              </span>
            </span>
            <Button
              variant="default"
              loading={seen.isRunning}
              aria-label={t('assignment.seenOf', { name: of.nameUsed })}
              onClick={() => void seen.run({ id })}
            >
              {t('assignment.seen')}
            </Button>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
