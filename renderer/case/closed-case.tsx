// A case that does not open to her: what she has still to do for it, or who works on it and, for a director, a way to open it for a
// while that a second person will see.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFacts } from '#shared/records/case-file';
import { isOpen } from '#shared/records/case-status';
import { nameToSay } from '#shared/records/names';
import { useWrite } from '../api/use-vault.ts';
import { fullDate } from '../dates.ts';
import { pronounsFor } from '../pronouns.ts';
import { useMay } from '../session/use-may.ts';
import { useText } from '../text.ts';
import { CaseHead } from '../ui/case-head.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { EarlierFileBars } from './earlier-file-bar.tsx';
import { HeldBack } from './held-back.tsx';
import { HereAgain } from './here-again.tsx';
import { ReasonField, saysWhy } from './reason-field.tsx';
import { SamePersonSheet } from './same-person-sheet.tsx';
import { TeamSheet } from './team-sheet.tsx';
import './team.css';

export function ClosedCase({ caseFile }: { caseFile: CaseFacts }) {
  const t = useText();
  const mayOpen = useMay('breakGlass.open');
  // Whoever is asked whether there was an earlier record answers it here, without opening what was told.
  const mayAnswer = useMay('samePerson.answer');
  const [isAsking, setAsking] = useState(false);
  const pronouns = pronounsFor(t, caseFile.pronouns);
  const facts = [
    t('cases.caseNumber', { number: caseFile.caseNumber }),
    t('cases.hereSince', { date: fullDate(caseFile.openedOn) }),
  ];
  return (
    <>
      <CaseHead caseFileId={caseFile.id} alias={nameToSay(caseFile)} facts={facts} />
      <EarlierFileBars caseFile={caseFile} />
      <div className="closed-case">
        <div className="stack">
          {!isOpen(caseFile.status) && caseFile.episodes.now === null && (
            <Sheet title={t('episodes.title')}>
              <div className="stack">
                <p className="dim">{t('episodes.lead')}</p>
                <div>
                  <HereAgain caseFileId={caseFile.id} name={nameToSay(caseFile)} pronouns={pronouns} />
                </div>
              </div>
            </Sheet>
          )}
          {caseFile.reach.lacking ? (
            <HeldBack lacking={caseFile.reach.lacking} />
          ) : (
            <Sheet title={t('assignment.closed')}>
              <div className="stack">
                <p className="dim">{t('assignment.closedSays')}</p>
                {mayOpen && (
                  <div>
                    <Button variant="default" onClick={() => setAsking(true)}>
                      {t('assignment.openBegin')}
                    </Button>
                  </div>
                )}
              </div>
            </Sheet>
          )}
          {mayAnswer && <SamePersonSheet caseFileId={caseFile.id} pronouns={pronouns} />}
        </div>
        <TeamSheet caseFileId={caseFile.id} />
      </div>
      {isAsking && <OpenDialog caseFile={caseFile} onClose={() => setAsking(false)} />}
    </>
  );
}

function OpenDialog({ caseFile, onClose }: { caseFile: CaseFacts; onClose: () => void }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const open = useWrite('breakGlass.open', { quiet: true });
  const confirm = async (): Promise<void> => {
    setAsked(true);
    if (saysWhy(reason) && (await open.run({ caseFileId: caseFile.id, reason })).ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      question={t('assignment.openAsk', { name: nameToSay(caseFile) })}
      cancel={t('assignment.openCancel')}
      confirm={t('assignment.openNow')}
      isRunning={open.isRunning}
      onCancel={onClose}
      onConfirm={() => void confirm()}
    >
      <p>{t('assignment.openSees')}</p>
      <p>{t('assignment.openShown')}</p>
      <ReasonField reason={reason} isAsked={isAsked} onReason={setReason} />
      {open.error && <ErrorSentence error={open.error} />}
    </ConfirmDialog>
  );
}
