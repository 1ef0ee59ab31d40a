// Until when a file is kept, and what holds it. A director places a hold, looks at it again, ends it, or erases at the person's wish;
// of a sealed earlier file this is all that she sees.
import { Button, Checkbox, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useLocation } from 'wouter';
import type { StoredCaseFile } from '#shared/records/case-file';
import { PartCategory } from '#shared/records/erased-part';
import type { StoredHold } from '#shared/records/legal-hold';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { EraseForm, wholeCase } from '../../case/erase-form.tsx';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Waits } from '../../ui/status-words.tsx';

interface KeptUntilProps {
  readonly of: Pick<StoredCaseFile, 'id' | 'caseNumber'>;
  readonly pronouns: Pronouns;
  /** It is a sealed earlier file of the person whose page this is. */
  readonly isEarlier?: boolean;
}

export function KeptUntil({ of, pronouns, isEarlier = false }: KeptUntilProps) {
  const t = useText();
  const [, navigate] = useLocation();
  const mayErase = useMay('retention.run');
  const holds = useRead('legalHold.list', { caseFileId: of.id });
  const [asks, setAsks] = useState<'hold' | 'erase' | null>(null);
  const stands = holds.value?.some(({ ended }) => ended === null) ?? true;
  if (asks === 'erase')
    return (
      <EraseForm
        what={wholeCase(of)}
        reason="WISH"
        onLeave={() => setAsks(null)}
        onDone={() => navigate('/safekeeping/retention')}
      />
    );
  return (
    <Sheet title={isEarlier ? t('episodes.kept', { number: of.caseNumber }) : t('retention.until')}>
      <div className="stack">
        {isEarlier && <p className="small dim">{t('episodes.keptSays')}</p>}
        <UntilWhen caseFileId={of.id} isHeld={stands && holds.value !== undefined} />
        {holds.error && <ErrorSentence error={holds.error} />}
        {holds.value?.map((hold) => (
          <OneHold key={hold.id} hold={hold} />
        ))}
        {asks === 'hold' && <PlaceHold caseFileId={of.id} onDone={() => setAsks(null)} />}
        {mayErase && asks === null && !stands && (
          <>
            <Button variant="default" onClick={() => setAsks('hold')}>
              {t('retention.holdPlace')}
            </Button>
            <Button variant="default" onClick={() => setAsks('erase')}>
              {t('retention.wish', pronouns)}
            </Button>
            {isEarlier && <p className="small dim">{t('episodes.wishSays', pronouns)}</p>}
          </>
        )}
      </div>
    </Sheet>
  );
}

function UntilWhen({ caseFileId, isHeld }: { caseFileId: StoredCaseFile['id']; isHeld: boolean }) {
  const t = useText();
  const found = useRead('retention.ofCase', { caseFileId });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (found.value === undefined) return null;
  if (found.value === null) return <p>{t('retention.untilOpen')}</p>;
  const { ruleOn, eligibleOn, isHereAgain, because } = found.value;
  if (isHeld) return <p>{t('retention.untilHeld', { day: fullDate(ruleOn) })}</p>;
  if (eligibleOn === null && because !== 'RULE') return <Note>{t(`retention.because.${because}`)}</Note>;
  const day = eligibleOn ?? ruleOn;
  if (isHereAgain) return <p>{t('retention.untilHereAgain', { day: fullDate(day) })}</p>;
  return (
    <>
      <p>{t(day <= dateOf(now()) ? 'retention.untilDue' : 'retention.untilDay', { day: fullDate(day) })}</p>
      {because !== 'RULE' && <p className="small dim">{t(`retention.because.${because}`)}</p>}
    </>
  );
}

function OneHold({ hold }: { hold: StoredHold }) {
  const t = useText();
  const mayEnd = useMay('legalHold.end');
  const [isEnding, setEnding] = useState(false);
  const look = useWrite('legalHold.review');
  const { id, revision: basedOn, ended, reviewDueOn } = hold;
  return (
    <section className="stack hold">
      <h3>{ended === null ? <Waits>{t('retention.hold')}</Waits> : t('retention.hold')}</h3>
      <p dir="auto">{hold.reason}</p>
      <p className="small dim" dir="auto">
        {t('retention.holdSays', { day: fullDate(hold.startedOn), authority: hold.authority })}
        {hold.placedBy === 'LEGAL_REQUEST' && ` ${t('retention.holdByRequest')}`}
        {reviewDueOn !== null && ` ${t('retention.holdReview', { day: fullDate(reviewDueOn) })}`}
      </p>
      {hold.covers.length > 0 && (
        <p className="small dim">
          {t('retention.holdCoversOnly', { what: hold.covers.map((one) => t(`retention.part.${one}`)).join(', ') })}
        </p>
      )}
      {ended && (
        <p className="small" dir="auto">
          {t('retention.holdEnded', { day: fullDate(ended.on), why: ended.why })}
        </p>
      )}
      {look.error && <ErrorSentence error={look.error} />}
      {mayEnd && ended === null && !isEnding && (
        <div className="row wrap">
          <Button
            size="compact-md"
            variant="default"
            loading={look.isRunning}
            onClick={() => void look.run({ id, basedOn })}
          >
            {t('retention.holdLooked')}
          </Button>
          <Button size="compact-md" variant="default" onClick={() => setEnding(true)}>
            {t('retention.holdEnd')}
          </Button>
        </div>
      )}
      {isEnding && ended === null && <EndHold hold={hold} onLeave={() => setEnding(false)} />}
    </section>
  );
}

function EndHold({ hold, onLeave }: { hold: StoredHold; onLeave: () => void }) {
  const t = useText();
  const end = useWrite('legalHold.end');
  const [why, setWhy] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (why.trim() !== '') void end.run({ id: hold.id, basedOn: hold.revision, why });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Line label={t('retention.holdEndWhy')} value={why} onValue={setWhy} />
      {end.error && <ErrorSentence error={end.error} />}
      <TwoButtons leave={onLeave} act={t('retention.holdEnd')} isRunning={end.isRunning} isReady={why.trim() !== ''} />
    </form>
  );
}

function PlaceHold({ caseFileId, onDone }: { caseFileId: StoredCaseFile['id']; onDone: () => void }) {
  const t = useText();
  const place = useWrite('legalHold.place');
  const [reason, setReason] = useState('');
  const [authority, setAuthority] = useState('');
  const [covers, setCovers] = useState<readonly PartCategory[]>([]);
  const isReady = reason.trim() !== '' && authority.trim() !== '';
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (isReady && (await place.run({ caseFileId, reason, authority, covers: [...covers] })).ok) onDone();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <p className="small dim">{t('retention.holdPlaceSays')}</p>
      <Line label={t('retention.holdReason')} value={reason} onValue={setReason} />
      <Line label={t('retention.holdAuthority')} value={authority} onValue={setAuthority} most={200} />
      <CoverFields covers={covers} onCovers={setCovers} />
      {place.error && <ErrorSentence error={place.error} />}
      <TwoButtons leave={onDone} act={t('retention.holdNow')} isRunning={place.isRunning} isReady={isReady} />
    </form>
  );
}

interface CoverProps {
  readonly covers: readonly PartCategory[];
  readonly onCovers: (covers: readonly PartCategory[]) => void;
}

/** Nothing chosen keeps everything, so that a hold placed in haste keeps enough. */
function CoverFields({ covers, onCovers }: CoverProps) {
  const t = useText();
  return (
    <Checkbox.Group
      label={t('retention.holdCovers')}
      description={t('retention.holdCoversSays')}
      value={[...covers]}
      onChange={(chosen) => onCovers(PartCategory.options.filter((one) => chosen.includes(one)))}
    >
      <div className="hold-covers">
        {PartCategory.options.map((one) => (
          <Checkbox key={one} value={one} label={t(`retention.part.${one}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly most?: number;
}

const Line = ({ label, value, onValue, most = 300 }: LineProps) => (
  <TextInput
    label={label}
    value={value}
    maxLength={most}
    dir="auto"
    autoComplete="off"
    onChange={(event) => onValue(event.currentTarget.value)}
  />
);

interface TwoButtonsProps {
  readonly leave: () => void;
  readonly act: string;
  readonly isRunning: boolean;
  readonly isReady: boolean;
}

function TwoButtons({ leave, act, isRunning, isReady }: TwoButtonsProps) {
  const t = useText();
  return (
    <div className="row wrap">
      <Button variant="default" onClick={leave}>
        {t('retention.holdLeave')}
      </Button>
      <Button type="submit" loading={isRunning} disabled={!isReady}>
        {act}
      </Button>
    </div>
  );
}
