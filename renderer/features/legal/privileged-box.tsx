// The privileged box: nothing of it is in the page until somebody who may gives a reason; sixty seconds after the last key it
// is gone again. What was written until then is kept first: it is never a draft.
import { Button, MultiSelect, Textarea } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { type CaseFileId, StaffMemberId } from '#shared/ids';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { WhyForm } from '../../case/ask-why.tsx';
import { OPEN_FOR, useMinute } from '../../case/use-minute.ts';
import type { Pronouns } from '../../pronouns.ts';
import { beforeLock } from '../../session/drafts-pending.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sealed } from '../../ui/sealed.tsx';
import { Sheet } from '../../ui/sheet.tsx';

interface Opened {
  readonly words: string;
  readonly revision: number;
}
interface BoxProps {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
}

export function PrivilegedBox({ caseFileId, pronouns }: BoxProps) {
  const t = useText();
  const box = useRead('privilegedBox.get', { caseFileId });
  const open = useWrite('privilegedBox.open', { quiet: true });
  const mayName = useMay('privilegedBox.name');
  const [isAsking, setAsking] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const thing = t('legal.box');
  if (box.error) return <ErrorSentence error={box.error} />;
  if (!box.value) return null;
  if (opened !== null) return <Lit caseFileId={caseFileId} opened={opened} onClose={() => setOpened(null)} />;
  const ask = async (reason: string): Promise<void> => {
    const result = await open.run({ caseFileId, reason });
    if (!result.ok) return;
    setAsking(false);
    setOpened(result.value);
  };
  if (isAsking) {
    return (
      <WhyForm
        thing={thing}
        error={open.error}
        isRunning={open.isRunning}
        onReason={(reason) => void ask(reason)}
        onLeave={() => setAsking(false)}
      />
    );
  }
  const { exists, mayOpen, named, revision } = box.value;
  return (
    <Sheet title={thing}>
      <div className="stack">
        <p className="dim">{t('legal.boxHint', pronouns)}</p>
        {exists && <Sealed thing={thing} {...(mayOpen ? { onOpen: () => setAsking(true) } : {})} />}
        {!exists && (
          <div className="row wrap between">
            <span className="dim">{t('legal.boxNone')}</span>
            {mayOpen && (
              <Button variant="default" size="compact-md" onClick={() => setOpened({ words: '', revision: 0 })}>
                {t('legal.boxBegin')}
              </Button>
            )}
          </div>
        )}
        {mayName && (
          <Named
            key={revision}
            caseFileId={caseFileId}
            named={named.map(({ id }) => id)}
            revision={revision}
            pronouns={pronouns}
          />
        )}
      </div>
    </Sheet>
  );
}

interface NamedProps extends BoxProps {
  readonly named: readonly StaffMemberId[];
  readonly revision: number;
}

function Named({ caseFileId, named, revision, pronouns }: NamedProps) {
  const t = useText();
  const staff = useRead('staffMember.names', {});
  const name = useWrite('privilegedBox.name');
  const [chosen, setChosen] = useState<readonly string[]>(named);
  const hasChanged = chosen.join() !== named.join();
  return (
    <>
      <MultiSelect
        label={t('legal.boxNamed')}
        description={t('legal.boxNamedHint', pronouns)}
        data={(staff.value ?? []).map((one) => ({ value: one.id, label: one.name }))}
        value={[...chosen]}
        onChange={setChosen}
      />
      {name.error && <ErrorSentence error={name.error} />}
      {hasChanged && (
        <div>
          <Button
            variant="default"
            size="compact-md"
            loading={name.isRunning}
            onClick={() =>
              void name.run({ caseFileId, basedOn: revision, named: chosen.map((id) => StaffMemberId.parse(id)) })
            }
          >
            {t('legal.boxKeepNames')}
          </Button>
        </div>
      )}
    </>
  );
}

interface LitProps {
  readonly caseFileId: CaseFileId;
  readonly opened: Opened;
  readonly onClose: () => void;
}

function Lit({ caseFileId, opened, onClose }: LitProps) {
  const t = useText();
  const save = useWrite('privilegedBox.save');
  const [words, setWords] = useState(opened.words);
  const hasChanged = words !== opened.words;
  const keep = async (): Promise<boolean> =>
    !hasChanged || (await save.run({ caseFileId, basedOn: opened.revision, words })).ok;
  const close = async (): Promise<void> => {
    if (await keep()) onClose();
  };
  const { left, restart } = useMinute(() => void close());
  const keepNow = useEffectEvent(keep);
  useEffect(() => beforeLock(() => keepNow()), []);
  return (
    <Sheet lit title={t('legal.box')} className="fade-in">
      <div className="stack">
        <span className="time-line" aria-hidden="true">
          <span style={{ width: `${(left / OPEN_FOR) * 100}%` }} />
        </span>
        <Textarea
          label={t('legal.boxWords')}
          autosize
          minRows={4}
          maxLength={20_000}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={words}
          onChange={(event) => {
            restart();
            setWords(event.currentTarget.value);
          }}
        />
        <p className="small">
          {opened.revision > 0 && t('safetyPlan.sealedKept')} {t('safetyPlan.sealedLeft')}
        </p>
        {save.error && <ErrorSentence error={save.error} />}
        <div>
          <Button variant="default" loading={save.isRunning} onClick={() => void close()}>
            {hasChanged ? t('safetyPlan.sealedKeep') : t('safetyPlan.sealedClose')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
