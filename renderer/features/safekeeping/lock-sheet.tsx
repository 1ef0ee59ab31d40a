// After how many minutes of stillness the records lock by themselves.
import { Select } from '@mantine/core';
import { useWrite } from '../../api/use-vault.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** The vault refuses anything else. */
const choices = Array.from({ length: 15 }, (_, index) => index + 1);

export function LockSheet() {
  const t = useText();
  const { lockAfterMinutes } = useSession();
  const save = useWrite('session.setLockAfter');
  return (
    <Sheet title={t('safekeeping.lock')}>
      <div className="stack">
        <Select
          className="keep-minutes"
          label={t('safekeeping.lockAfter')}
          allowDeselect={false}
          data={choices.map((count) => ({ value: String(count), label: t('safekeeping.minutes', { count }) }))}
          value={String(lockAfterMinutes)}
          disabled={save.isRunning}
          onChange={(value) => value !== null && void save.run({ minutes: Number(value) })}
        />
        <p className="dim">{t('safekeeping.lockSays')}</p>
        {save.error && <ErrorSentence error={save.error} />}
      </div>
    </Sheet>
  );
}
