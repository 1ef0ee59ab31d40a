// The backups of the days in which a former colleague worked here: her passphrase of then opens each of them until it is destroyed.
import { Button } from '@mantine/core';
import type { StaffMemberId } from '#shared/ids';
import type { OpenableCopy } from '#shared/records/staff-member';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { dayAndTime } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';

export function LeftCopies({ staffMemberId }: { staffMemberId: StaffMemberId }) {
  const t = useText();
  const copies = useRead('staffMember.copies', { id: staffMemberId }).value ?? [];
  if (copies.length === 0) return null;
  return (
    <details className="keep-copies">
      <summary className="small">{t('safekeeping.copies', { count: copies.length })}</summary>
      <p className="small">{t('safekeeping.copiesSay')}</p>
      <ul>
        {copies.map((copy) => (
          <Copy key={copy.id} copy={copy} />
        ))}
      </ul>
    </details>
  );
}

function Copy({ copy: { id, revision, medium, createdAt } }: { copy: OpenableCopy }) {
  const t = useText();
  const gone = useWrite('retention.noteGone');
  const where = { date: dayAndTime(createdAt), medium };
  return (
    <li>
      <span className="grow" dir="auto">
        {t('retention.mediaBackup', where)}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        loading={gone.isRunning}
        aria-label={t('retention.mediaGoneOf', where)}
        onClick={() => void gone.run({ id, basedOn: revision })}
      >
        {t('retention.mediaGone')}
      </Button>
      {gone.error && <ErrorSentence error={gone.error} />}
    </li>
  );
}
