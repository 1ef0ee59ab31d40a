// One request: what was asked, by when it is answered, who was asking, and how it ended.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RightsKind, StoredRightsRequest } from '#shared/records/rights-request';
import { longerRefusal } from '#shared/records/rights-rules';
import { useWrite } from '../../api/use-vault.ts';
import { casePath } from '../../case/case-tabs.ts';
import { now } from '../../clock.ts';
import { dateOf, dueWords, fullDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Hers } from '../../ui/hers.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Ok, Waits, When } from '../../ui/status-words.tsx';
import { AnswerForm } from './answer-form.tsx';
import { ErasePart } from './erase-part.tsx';

interface RequestProps {
  readonly request: StoredRightsRequest;
  readonly pronouns: Pronouns;
  readonly isHeld: boolean;
}

/** Days: nearer is lit. */
const NEAR = 7;

export function RequestSheet({ request, pronouns, isHeld }: RequestProps) {
  const t = useText();
  const { kind, receivedOn, dueOn, outcome, words, askedBy, extended } = request;
  const today = dateOf(now());
  const isNear = dueOn <= dateOf(now() + NEAR * 86_400_000);
  return (
    <Sheet
      title={t(`rights.kind.${kind}`)}
      end={outcome === null && <When tone={isNear ? 'lit' : 'plain'}>{dueWords(dueOn, today)}</When>}
    >
      <div className="stack">
        {words !== '' && (
          <Hers quote size="md">
            {words}
          </Hers>
        )}
        <p className="small dim">
          {[t('rights.askedOn', { date: fullDate(receivedOn) }), t('rights.answerBy', { date: fullDate(dueOn) })].join(
            '. ',
          )}
        </p>
        {askedBy.who === 'GUARDIAN' && <Note>{t('rights.guardianLine', { name: askedBy.name })}</Note>}
        {extended !== null && (
          <p className="small" dir="auto">
            {t('rights.longerTold', { date: fullDate(extended.toldOn), why: extended.why })}
          </p>
        )}
        {request.erased.map(({ on, certificate, count }) => (
          <Ok key={certificate}>{t('rights.partDone', { date: fullDate(on), count, number: certificate })}</Ok>
        ))}
        {outcome === null ? <Open request={request} pronouns={pronouns} isHeld={isHeld} /> : <Ended of={request} />}
      </div>
    </Sheet>
  );
}

/** Where the wish is carried out, for those that have a page of their own. */
const places: Partial<Record<RightsKind, { readonly part: string; readonly words: 'toTeam' | 'toLog' | 'toCopy' }>> = {
  ACCESS: { part: '/prints/OWN_COPY', words: 'toCopy' },
  COPY: { part: '/prints/OWN_COPY', words: 'toCopy' },
  PORTABILITY: { part: '/prints/OWN_COPY', words: 'toCopy' },
  CHANGE_WORKER: { part: '/people', words: 'toTeam' },
  DISCLOSURE_LOG: { part: '/prints/DISCLOSURE_LOG', words: 'toLog' },
};

function Open({ request, pronouns, isHeld }: RequestProps) {
  const t = useText();
  const [doing, setDoing] = useState<'answer' | 'longer' | 'part' | null>(null);
  const place = places[request.kind];
  if (doing === 'answer')
    return <AnswerForm request={request} pronouns={pronouns} isHeld={isHeld} onDone={() => setDoing(null)} />;
  if (doing === 'part') return <ErasePart request={request} onDone={() => setDoing(null)} />;
  if (doing === 'longer') return <LongerForm request={request} onDone={() => setDoing(null)} />;
  return (
    <>
      <Identity request={request} />
      <div className="row wrap">
        {longerRefusal(request, dateOf(now())) === null && (
          <Button variant="subtle" onClick={() => setDoing('longer')}>
            {t('rights.longer')}
          </Button>
        )}
        {place && (
          <Button variant="default" component={Link} href={casePath(request.caseFileId, place.part)}>
            {t(`rights.${place.words}`)}
          </Button>
        )}
        {request.kind === 'ERASE' && request.identity !== null && (
          <Button variant="default" onClick={() => setDoing('part')}>
            {t('rights.erasePart')}
          </Button>
        )}
        <Button variant="default" onClick={() => setDoing('answer')}>
          {t('rights.answer')}
        </Button>
      </div>
    </>
  );
}

function Identity({ request: { id, revision, identity } }: { request: StoredRightsRequest }) {
  const t = useText();
  const check = useWrite('rightsRequest.checkIdentity');
  if (identity !== null) return <Ok>{t(`rights.identityDone.${identity.how}`, { date: fullDate(identity.on) })}</Ok>;
  return (
    <div className="row wrap">
      <Waits>{`${t('rights.identity')}: ${t('rights.identityOpen')}`}</Waits>
      {(['IN_PERSON', 'SAFE_WORD'] as const).map((how) => (
        <Button
          key={how}
          size="compact-md"
          variant="default"
          disabled={check.isRunning}
          onClick={() => void check.run({ requestId: id, basedOn: revision, how })}
        >
          {t(`rights.check.${how}`)}
        </Button>
      ))}
      {check.error && <ErrorSentence error={check.error} />}
    </div>
  );
}

function LongerForm({ request: { id, revision }, onDone }: { request: StoredRightsRequest; onDone: () => void }) {
  const t = useText();
  const extend = useWrite('rightsRequest.extend');
  const [why, setWhy] = useState('');
  const keep = async (): Promise<void> => {
    if ((await extend.run({ requestId: id, basedOn: revision, why })).ok) onDone();
  };
  return (
    <>
      <TextInput
        label={t('rights.longerWhy')}
        description={t('rights.longerSays')}
        dir="auto"
        maxLength={500}
        value={why}
        onChange={({ currentTarget }) => setWhy(currentTarget.value)}
      />
      {extend.error && <ErrorSentence error={extend.error} />}
      <div className="row wrap">
        <Button variant="default" onClick={onDone}>
          {t('rights.leave')}
        </Button>
        <Button disabled={why.trim().length < 3} loading={extend.isRunning} onClick={() => void keep()}>
          {t('rights.longerKeep')}
        </Button>
      </div>
    </>
  );
}

function Ended({ of: { outcome, liftedOn } }: { of: StoredRightsRequest }) {
  const t = useText();
  if (outcome === null) return null;
  const { end, on, words, codes, reviewOn } = outcome;
  const said = t('rights.endedOn', { end: t(`rights.ends.${end}`), date: fullDate(on) });
  return (
    <>
      {end === 'DONE' || end === 'PARTLY' ? <Ok>{said}</Ok> : <Note>{said}</Note>}
      {codes.map((code) => (
        <p key={code}>{t(`rights.bar.${code}`)}</p>
      ))}
      {words !== '' && <p dir="auto">{words}</p>}
      {reviewOn !== null && <Waits>{t('rights.again', { date: fullDate(reviewOn) })}</Waits>}
      {liftedOn !== null && <Note>{t('rights.lifted', { date: fullDate(liftedOn) })}</Note>}
    </>
  );
}
