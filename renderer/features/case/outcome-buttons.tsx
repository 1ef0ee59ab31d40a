// How an attempt went: one of four words, never what was said.
import { Button } from '@mantine/core';
import { ContactOutcome, type StoredContactAttempt } from '#shared/records/contact-attempt';
import { useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';

interface OutcomeButtonsProps {
  readonly attempt: StoredContactAttempt;
  readonly label: string;
  readonly onSaid?: (outcome: ContactOutcome) => void;
}

export function OutcomeButtons({ attempt, label, onSaid }: OutcomeButtonsProps) {
  const t = useText();
  const end = useWrite('contactAttempt.end');
  const say = async (outcome: ContactOutcome): Promise<void> => {
    if (end.isRunning) return;
    const result = await end.run({ attemptId: attempt.id, basedOn: attempt.revision, outcome });
    if (result.ok) onSaid?.(outcome);
  };
  return (
    <div>
      <p className="field-label">{label}</p>
      {end.error && <ErrorSentence error={end.error} />}
      <div className="row wrap" role="group" aria-label={label}>
        {ContactOutcome.options.map((outcome) => (
          <Button key={outcome} size="compact-md" variant="default" onClick={() => void say(outcome)}>
            {t(`reach.outcome.${outcome}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
