// On every page of somebody who came back: that there is an earlier file, sealed until they agree that it is linked, or where it is.
import { Button, Radio } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CaseFacts } from '#shared/records/case-file';
import { AgreedHow, type EarlierFile } from '#shared/records/episode';
import { useWrite } from '../api/use-vault.ts';
import { fullDate } from '../dates.ts';
import { type Pronouns, pronounsFor } from '../pronouns.ts';
import { useMay } from '../session/use-may.ts';
import { useText } from '../text.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { IconLock, IconNoticed } from '../ui/icons.ts';
import { ToCase } from './one-record-bar.tsx';
import { ReasonField, saysWhy } from './reason-field.tsx';

export function EarlierFileBars({ caseFile }: { caseFile: CaseFacts }) {
  const t = useText();
  const { earlier, now } = caseFile.episodes;
  const pronouns = pronounsFor(t, caseFile.pronouns);
  return (
    <>
      {now !== null && (
        <section className="sunk-bar" role="status">
          <IconNoticed size={20} aria-hidden />
          <p className="grow">{t('episodes.now')}</p>
          <ToCase of={now} />
        </section>
      )}
      {earlier.map((file) => (
        <EarlierBar key={file.id} caseFile={caseFile} earlier={file} pronouns={pronouns} />
      ))}
    </>
  );
}

interface BarProps {
  readonly caseFile: CaseFacts;
  readonly earlier: EarlierFile;
  readonly pronouns: Pronouns;
}
type Asking = 'agree' | 'takeBack' | 'part';

function EarlierBar({ caseFile, earlier, pronouns }: BarProps) {
  const t = useText();
  const mayPart = useMay('episode.part');
  const mayAgree = useMay('episode.agree') && caseFile.reach.open;
  const [asking, setAsking] = useState<Asking | null>(null);
  const isLinked = earlier.agreement !== null && earlier.agreement.takenBack === null;
  const close = (): void => setAsking(null);
  const link = { caseFileId: caseFile.id, id: earlier.id, basedOn: earlier.revision };
  return (
    <section className="sunk-bar wrap">
      {isLinked ? <IconNoticed size={20} aria-hidden /> : <IconLock size={20} aria-hidden />}
      <Standing earlier={earlier} pronouns={pronouns} />
      {earlier.file && <ToCase of={earlier.file} />}
      {mayAgree && (
        <Button size="compact-md" variant="default" onClick={() => setAsking(isLinked ? 'takeBack' : 'agree')}>
          {t(isLinked ? 'episodes.takeBack' : 'episodes.askThem', pronouns)}
        </Button>
      )}
      {mayPart && (
        <Button size="compact-md" variant="subtle" onClick={() => setAsking('part')}>
          {t('episodes.part')}
        </Button>
      )}
      {asking === 'agree' && <Agree link={link} pronouns={pronouns} onClose={close} />}
      {asking === 'takeBack' && <TakeBack link={link} pronouns={pronouns} onClose={close} />}
      {asking === 'part' && <Part link={link} onClose={close} />}
    </section>
  );
}

function Standing({ earlier, pronouns }: Omit<BarProps, 'caseFile'>) {
  const t = useText();
  const { agreement, namesHarm } = earlier;
  const words = (): string => {
    if (agreement === null) return t('episodes.sealed');
    if (agreement.takenBack === null) return t('episodes.linked', { ...pronouns, day: fullDate(agreement.on) });
    return t('episodes.takenBack', { ...pronouns, day: fullDate(agreement.takenBack.on) });
  };
  return (
    <div className="grow" role="status">
      <p>{words()}</p>
      {namesHarm && <p className="small">{t('episodes.namesHarm', pronouns)}</p>}
      {agreement?.by && agreement.takenBack === null && (
        <p className="small dim" dir="auto">
          {t('episodes.by', { name: agreement.by.name })}
        </p>
      )}
    </div>
  );
}

interface LinkDialogProps {
  readonly link: { readonly caseFileId: CaseFacts['id']; readonly id: EarlierFile['id']; readonly basedOn: number };
  readonly onClose: () => void;
}

function Agree({ link, pronouns, onClose }: LinkDialogProps & { pronouns: Pronouns }) {
  const t = useText();
  const agree = useWrite('episode.agree');
  const [how, setHow] = useState<AgreedHow>('SPOKEN');
  const confirm = async (): Promise<void> => {
    if ((await agree.run({ ...link, how })).ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      question={t('episodes.agreeAsk', pronouns)}
      cancel={t('episodes.agreeKeep')}
      confirm={t('episodes.agree')}
      isRunning={agree.isRunning}
      onCancel={onClose}
      onConfirm={() => void confirm()}
    >
      <p>{t('episodes.agreeSays', pronouns)}</p>
      <Radio.Group label={t('episodes.how', pronouns)} value={how} onChange={(value) => setHow(AgreedHow.parse(value))}>
        <div className="stack tight">
          {AgreedHow.options.map((one) => (
            <Radio key={one} value={one} label={t(`episodes.hows.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      {agree.error && <ErrorSentence error={agree.error} />}
    </ConfirmDialog>
  );
}

function TakeBack({ link, pronouns, onClose }: LinkDialogProps & { pronouns: Pronouns }) {
  const t = useText();
  const takeBack = useWrite('episode.takeBack');
  const confirm = async (): Promise<void> => {
    if ((await takeBack.run(link)).ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      question={t('episodes.takeBackAsk')}
      cancel={t('episodes.takeBackKeep')}
      confirm={t('episodes.takeBackNow')}
      isRunning={takeBack.isRunning}
      onCancel={onClose}
      onConfirm={() => void confirm()}
    >
      <p>{t('episodes.takeBackSays', pronouns)}</p>
      {takeBack.error && <ErrorSentence error={takeBack.error} />}
    </ConfirmDialog>
  );
}

function Part({ link, onClose }: LinkDialogProps): ReactNode {
  const t = useText();
  const part = useWrite('episode.part');
  const [why, setWhy] = useState('');
  const [isAsked, setAsked] = useState(false);
  const confirm = async (): Promise<void> => {
    setAsked(true);
    if (saysWhy(why) && (await part.run({ ...link, why })).ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      question={t('episodes.partAsk')}
      cancel={t('episodes.partKeep')}
      confirm={t('episodes.partNow')}
      isRunning={part.isRunning}
      onCancel={onClose}
      onConfirm={() => void confirm()}
    >
      <p>{t('episodes.partSays')}</p>
      <ReasonField reason={why} isAsked={isAsked} onReason={setWhy} />
      {part.error && <ErrorSentence error={part.error} />}
    </ConfirmDialog>
  );
}
