// Before anybody reaches her: who to say you are, then each way in red, amber or green, in words. The number appears only
// once an attempt has begun, and nothing here starts a call.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import type { StoredCaseFile } from '#shared/records/case-file';
import type { StoredContactAttempt } from '#shared/records/contact-attempt';
import { type ContactMethod, reachVerdict, shouldReconfirm } from '#shared/records/safe-contact';
import { localMoment } from '#shared/time';
import { useWrite } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { SafeWord } from '../../case/safe-word.tsx';
import { casePath } from '../../case/case-tabs.ts';
import { zone } from '../../case/need-words.tsx';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { type Pronouns, pronounsFor } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { AttemptLog } from './attempt-log.tsx';
import { AttemptNow } from './attempt-now.tsx';
import { GoPastRed } from './go-past-red.tsx';
import { SayYouAre } from './reach.tsx';
import { ReachWay } from './reach-way.tsx';
import './case-page.css';
import './reach-page.css';

export function ReachPage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const t = useText();
  return (
    <CaseFrame
      caseFileId={caseFileId}
      task={t('reach.task')}
      actions={(caseFile) => (
        <Button variant="default" component={Link} href={casePath(caseFileId, '/people')}>
          {t('reach.lookAgain', pronounsFor(t, caseFile.pronouns))}
        </Button>
      )}
    >
      {(caseFile, pronouns) => (
        <>
          <section className="reach reach-first">
            <SayYouAre identifyAs={caseFile.safeContact.identifyAs} />
          </section>
          <Board caseFile={caseFile} pronouns={pronouns} />
        </>
      )}
    </CaseFrame>
  );
}

interface CaseProps {
  readonly caseFile: StoredCaseFile;
  readonly pronouns: Pronouns;
}

interface Now {
  readonly attempt: StoredContactAttempt;
  readonly method: ContactMethod;
}

function Board({ caseFile, pronouns }: CaseProps) {
  const [reaching, setReaching] = useState<Now | null>(null);
  return (
    <div className="two-columns">
      {reaching ? (
        <AttemptNow {...reaching} pronouns={pronouns} onDone={() => setReaching(null)} />
      ) : (
        <Choosing caseFile={caseFile} pronouns={pronouns} onBegun={setReaching} />
      )}
      <div className="stack">
        <Never list={caseFile.safeContact.doNotContact} />
        <SafeWord caseFileId={caseFile.id} />
        <StillRight caseFile={caseFile} pronouns={pronouns} />
        <AttemptLog caseFileId={caseFile.id} running={reaching?.attempt.id} />
      </div>
    </div>
  );
}

function Choosing({ caseFile, pronouns, onBegun }: CaseProps & { readonly onBegun: (now: Now) => void }) {
  const t = useText();
  const begin = useWrite('contactAttempt.begin');
  const [red, setRed] = useState<ContactMethod | null>(null);
  const { safeContact: contact } = caseFile;
  const moment = localMoment(now(), zone());
  const start = async (method: ContactMethod, override: string | null): Promise<void> => {
    const { way, value } = method;
    const result = await begin.run({ caseFileId: caseFile.id, way, value, override });
    if (result.ok) onBegun({ attempt: result.value, method });
  };
  return (
    <div className="stack">
      {begin.error && <ErrorSentence error={begin.error} />}
      {red && (
        <GoPastRed
          pronouns={pronouns}
          isRunning={begin.isRunning}
          onGoOn={(reason) => void start(red, reason)}
          onLeave={() => setRed(null)}
        />
      )}
      <Sheet flush title={t('reach.ways')}>
        {contact.methods.length === 0 && (
          <EmptyState
            action={
              <Button size="compact-md" variant="default" component={Link} href={casePath(caseFile.id, '/people')}>
                {t('cases.setReach', pronouns)}
              </Button>
            }
          >
            {t('reach.noWays', pronouns)}
          </EmptyState>
        )}
        <Rows label={t('reach.ways')}>
          {contact.methods.map((method, index) => {
            const verdict = reachVerdict(contact, method, moment);
            return (
              <ReachWay
                key={index}
                method={method}
                verdict={verdict}
                pronouns={pronouns}
                onChoose={() => (verdict.sign === 'RED' ? setRed(method) : void start(method, null))}
              />
            );
          })}
        </Rows>
      </Sheet>
    </div>
  );
}

function Never({ list }: { list: readonly string[] }) {
  const t = useText();
  return (
    <Sheet title={t('reach.never')}>
      {list.length === 0 && <p className="dim">{t('reach.neverNone')}</p>}
      <ul className="know">
        {list.map((line) => (
          <li key={line}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** After 30 days somebody asks her whether all of it is still right; one button says that it is. */
function StillRight({ caseFile, pronouns }: CaseProps) {
  const t = useText();
  const save = useWrite('caseFile.saveSafeContact');
  const { confirmedOn, ...agreed } = caseFile.safeContact;
  if (!shouldReconfirm(caseFile.safeContact, dateOf(now()))) return null;
  return (
    <Sheet title={t('reach.askAgain')}>
      <div className="stack">
        <p>
          {confirmedOn === null
            ? t('reach.neverAsked', pronouns)
            : t('reach.askAgainSays', { date: fullDate(confirmedOn) })}
        </p>
        {save.error && <ErrorSentence error={save.error} />}
        <div>
          <Button
            variant="default"
            loading={save.isRunning}
            onClick={() => void save.run({ caseFileId: caseFile.id, basedOn: caseFile.revision, safeContact: agreed })}
          >
            {t('reach.stillRight')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
