// Step 3: the recovery code is shown once, printed or written, and typed back whole. Only then does it count.
// A sheet from an earlier evening can be typed back as well; making a new code ends the earlier one, so that is asked for.
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTask } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { IconAnother, IconCheck, IconEnvelope, IconPrint } from '../ui/icons.ts';
import { judgeCode, RecoveryCodeField } from './recovery-code-field.tsx';
import { RecoveryKit } from './recovery-sheet.tsx';
import { Next, SetupFrame } from './setup-frame.tsx';

interface SetupWayBackProps {
  /** The vault was made a moment ago: there can be no earlier sheet, so a code is made at once. */
  readonly isFresh: boolean;
  readonly onLater: () => void;
  readonly onDone: () => void;
}

export function SetupWayBack({ isFresh, onLater, onDone }: SetupWayBackProps) {
  const t = useText();
  const make = useTask('session.makeRecoveryCode');
  const confirm = useTask('session.confirmRecoveryCode');
  const [typed, setTyped] = useState('');
  const [isPrinted, setPrinted] = useState(false);
  const code = make.value?.code ?? null;
  const begin = useEffectEvent(() => void make.start({}));
  useEffect(() => {
    if (isFresh) begin();
  }, [isFresh]);
  const verdict = judgeCode(typed, code);

  const print = (): void => {
    window.print();
    setPrinted(true);
  };
  const finish = async (): Promise<void> => {
    const result = await confirm.start({ code: typed });
    if (result.ok) onDone();
  };
  return (
    <SetupFrame
      step="wayBack"
      title={t('setup.wayBackTitle')}
      lead={t('setup.wayBackLead')}
      foot={
        <>
          <span className="grow" />
          <Button size="md" variant="default" onClick={onLater}>
            {t('setup.later')}
          </Button>
          <Next
            label={t('setup.toBackup')}
            isReady={verdict.state === 'whole'}
            isRunning={confirm.isRunning}
            onClick={() => void finish()}
          />
        </>
      }
    >
      {code === null ? (
        <NoCodeYet make={() => void make.start({})} isRunning={make.isRunning} />
      ) : (
        <RecoveryKit code={code} />
      )}
      {make.error && <ErrorSentence error={make.error} />}
      <ol className="todo no-print">
        <Todo
          number={1}
          isDone={isPrinted}
          title={t('setup.printTitle')}
          hint={t('setup.printHint')}
          end={
            <Button
              variant="default"
              disabled={code === null}
              leftSection={<IconPrint size={18} aria-hidden />}
              onClick={print}
            >
              {isPrinted ? t('setup.printAgain') : t('setup.print')}
            </Button>
          }
        />
        <Todo
          number={2}
          title={t('setup.envelopeTitle')}
          hint={t('setup.envelopeHint')}
          end={<IconEnvelope size={26} stroke={1.5} aria-hidden />}
        />
        <Todo number={3} title={t('setup.typeBackTitle')}>
          <RecoveryCodeField id="code-back" value={typed} expected={code} onType={setTyped} />
          {confirm.error && <ErrorSentence error={confirm.error} />}
        </Todo>
      </ol>
    </SetupFrame>
  );
}

function NoCodeYet({ make, isRunning }: { make: () => void; isRunning: boolean }) {
  const t = useText();
  return (
    <section className="kit" aria-label={t('session.recoveryCode')}>
      <p className="grow">{isRunning ? t('setup.makingCode') : t('setup.codeOnPaper')}</p>
      <div className="kit-ways">
        <Button
          variant="default"
          loading={isRunning}
          leftSection={<IconAnother size={17} aria-hidden />}
          onClick={make}
        >
          {t('setup.newCode')}
        </Button>
        <span className="small">{t('setup.newCodeHint')}</span>
      </div>
    </section>
  );
}

interface TodoProps {
  readonly number: number;
  readonly title: string;
  readonly hint?: string;
  readonly isDone?: boolean;
  readonly end?: ReactNode;
  readonly children?: ReactNode;
}
const Todo = ({ number, title, hint, isDone = false, end, children }: TodoProps) => (
  <li>
    <span className={isDone ? 'mark mark-answered' : 'mark'}>
      {isDone ? <IconCheck size={13} stroke={2.4} aria-hidden /> : number}
    </span>
    <div className="grow">
      <h2>{title}</h2>
      {hint && <p className="dim">{hint}</p>}
      {children}
    </div>
    {end}
  </li>
);
