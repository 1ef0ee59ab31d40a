// The recovery code from its making to the proof that it is on paper: shown once, printed or written, put away, typed back whole.
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTask } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { IconAnother, IconCheck, IconEnvelope, IconPrint } from '../ui/icons.ts';
import { judgeCode, RecoveryCodeField } from './recovery-code-field.tsx';
import { RecoveryKit } from './recovery-sheet.tsx';

/** One making and typing back of a code. The code lives here and in no other place of the page. */
export function useWayBack() {
  const make = useTask('session.makeRecoveryCode');
  const confirm = useTask('session.confirmRecoveryCode');
  const [typed, setTyped] = useState('');
  const code = make.value?.code ?? null;
  return {
    make,
    confirm,
    typed,
    setTyped,
    code,
    isTypedBack: judgeCode(typed, code).state === 'whole',
    /** Throws nothing; true when the vault knows the typed code as its own, false while it is still asked. */
    finish: async (): Promise<boolean> => !confirm.isRunning && (await confirm.start({ code: typed })).ok,
  };
}
export type WayBackWork = ReturnType<typeof useWayBack>;

interface WayBackStepsProps {
  readonly work: WayBackWork;
  /** Said while no code is shown: what there was before, and what a new one does to it. */
  readonly lead: string;
  /** The button that makes a code, and what follows for an earlier sheet, if there may be one. */
  readonly makeLabel: string;
  readonly makeHint?: string;
  /** Enter in the field, once the code stands there whole. */
  readonly onTypedBack: () => void;
}

export function WayBackSteps({ work, lead, makeLabel, makeHint, onTypedBack }: WayBackStepsProps) {
  const t = useText();
  const [isPrinted, setPrinted] = useState(false);
  const { make, confirm, code } = work;
  const print = (): void => {
    window.print();
    setPrinted(true);
  };
  return (
    <>
      {code === null ? (
        <NoCodeYet
          lead={lead}
          label={makeLabel}
          hint={makeHint}
          make={() => void make.start({})}
          isRunning={make.isRunning}
        />
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
          <RecoveryCodeField
            id="code-back"
            value={work.typed}
            expected={code}
            onType={work.setTyped}
            onWhole={onTypedBack}
          />
          {confirm.error && <ErrorSentence error={confirm.error} />}
        </Todo>
      </ol>
    </>
  );
}

interface NoCodeYetProps {
  readonly lead: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly make: () => void;
  readonly isRunning: boolean;
}

function NoCodeYet({ lead, label, hint, make, isRunning }: NoCodeYetProps) {
  const t = useText();
  return (
    <section className="kit" aria-label={t('session.recoveryCode')}>
      <p className="grow" role="status">
        {isRunning ? t('setup.makingCode') : lead}
      </p>
      <div className="kit-ways">
        <Button
          variant="default"
          loading={isRunning}
          leftSection={<IconAnother size={17} aria-hidden />}
          onClick={make}
        >
          {label}
        </Button>
        {hint && <span className="small">{hint}</span>}
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
