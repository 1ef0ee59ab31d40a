// The words only we know (section D, T4). Nothing of them is in the page until somebody gives a reason; sixty seconds after
// the last key they are gone from it again. What was written until then is kept first: they are never a draft.
import { Button, TextInput } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { type AnswerDrafts, withoutStamps } from '#shared/answers';
import type { CaseFileId } from '#shared/ids';
import { useWrite } from '../../api/use-vault.ts';
import { AskWhy } from '../../case/ask-why.tsx';
import { OPEN_FOR, useMinute } from '../../case/use-minute.ts';
import { answerWith } from '../../forms/answer-marks.ts';
import { beforeLock } from '../../session/drafts-pending.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sealed } from '../../ui/sealed.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { form, sealedSection } from './plan-in-making.ts';

interface Opened {
  readonly answers: AnswerDrafts;
  readonly revision: number;
}

/** `exists`: something is sealed already. */
export function SealedWords({ caseFileId, exists }: { caseFileId: CaseFileId; exists: boolean }) {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const thing = t('safetyPlan.sealedThing');
  if (opened !== null) {
    return <Lit caseFileId={caseFileId} opened={opened} onClose={() => setOpened(null)} />;
  }
  if (isAsking) {
    return (
      <AskWhy
        caseFileId={caseFileId}
        thing={thing}
        onOpened={({ answers, revision }) => {
          setAsking(false);
          setOpened({ answers: withoutStamps(answers), revision });
        }}
        onLeave={() => setAsking(false)}
      />
    );
  }
  if (exists) return <Sealed thing={thing} onOpen={() => setAsking(true)} />;
  return (
    <Sheet title={`${sealedSection?.letter ?? ''}. ${thing}`}>
      <div className="sealed-form">
        <p className="dim">{t('safetyPlan.sealedNone')}</p>
        <div>
          <Button variant="default" size="compact-md" onClick={() => setOpened({ answers: {}, revision: 0 })}>
            {t('safetyPlan.sealedBegin')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

interface LitProps {
  readonly caseFileId: CaseFileId;
  readonly opened: Opened;
  readonly onClose: () => void;
}

function Lit({ caseFileId, opened, onClose }: LitProps) {
  const t = useText();
  const save = useWrite('safetyPlan.saveSealed');
  const [answers, setAnswers] = useState(opened.answers);
  const hasChanged = JSON.stringify(answers) !== JSON.stringify(opened.answers);
  const keep = async (): Promise<boolean> => {
    if (!hasChanged) return true;
    const given = { caseFileId, basedOn: opened.revision, formVersion: form.version, answers };
    return (await save.run(given)).ok;
  };
  const close = async (): Promise<void> => {
    if (await keep()) onClose();
  };
  const { left, restart } = useMinute(() => void close());
  const keepNow = useEffectEvent(keep);
  useEffect(() => beforeLock(() => keepNow()), []);
  return (
    <Sheet lit title={t('safetyPlan.sealedThing')} className="fade-in">
      <div className="sealed-form">
        <span className="time-line" aria-hidden="true">
          <span style={{ width: `${(left / OPEN_FOR) * 100}%` }} />
        </span>
        {sealedSection?.questions.map((question, index) => (
          <TextInput
            key={question.id}
            className="her-box"
            label={question.label}
            value={wordsOf(answers[question.id]?.value)}
            maxLength={500}
            autoFocus={index === 0}
            onChange={(event) => {
              const words = event.currentTarget.value;
              restart();
              setAnswers({
                ...answers,
                [question.id]: answerWith(words.trim() === '' ? undefined : words, 'EXPRESSED'),
              });
            }}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
          />
        ))}
        <p className="small">
          {opened.revision > 0 && t('safetyPlan.sealedKept')} {t('safetyPlan.sealedLeft')}
        </p>
        {save.error && <ErrorSentence error={save.error} />}
        <div className="row wrap">
          <Button variant="default" loading={save.isRunning} onClick={() => void close()}>
            {hasChanged ? t('safetyPlan.sealedKeep') : t('safetyPlan.sealedClose')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '');
