// Going through one screen, or entering what came out of one done elsewhere. Every answer is a draft at once; leaving is as easy
// as going on.
import { Button, Checkbox } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import {
  type AskedInstrument,
  type InstrumentDefinition,
  InstrumentId,
} from '#shared/instruments/instrument-definition';
import { newestInstrument } from '#shared/instruments/published';
import type { ScreenAge } from '#shared/records/screening';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import type { Pronouns } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { AskedScreen, stepsOf } from './asked-screen.tsx';
import { AsqForm } from './asq-form.tsx';
import { CssrsForm } from './cssrs-form.tsx';
import { resultPath, screenPath, wellbeingPath } from './places.ts';
import { type ScreeningInMaking, useScreeningDraft } from './screening-draft.ts';
import './wellbeing.css';

export function ScreeningPage({ params }: PageProps) {
  const t = useText();
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const id = InstrumentId.safeParse(params['instrumentId']);
  const list = useRead('screening.list', { caseFileId });
  if (!id.success) return null;
  const instrument = newestInstrument(id.data);
  return (
    <CaseFrame
      caseFileId={caseFileId}
      task={instrument.name}
      actions={() => (
        <Button variant="default" component={Link} href={wellbeingPath(caseFileId)}>
          {t('wellbeing.leave')}
        </Button>
      )}
    >
      {(_caseFile, pronouns) => (
        <>
          {list.error && <ErrorSentence error={list.error} />}
          {list.value && <Making key={instrument.id} {...{ caseFileId, instrument, pronouns }} age={list.value.age} />}
        </>
      )}
    </CaseFrame>
  );
}

interface MakingProps {
  readonly caseFileId: CaseFileId;
  readonly instrument: InstrumentDefinition;
  readonly pronouns: Pronouns;
  readonly age: ScreenAge;
}

function Making({ caseFileId, instrument, pronouns, age }: MakingProps) {
  const t = useText();
  const [, navigate] = useLocation();
  const making = useScreeningDraft(caseFileId, instrument);
  const save = useWrite('screening.save');
  const { screening, change } = making;
  const keep = async (): Promise<void> => {
    if (screening === null || save.isRunning) return;
    const { instrumentId, doneOn, given, ageSaid } = screening;
    const done = { caseFileId, instrumentId, instrumentVersion: instrument.version, doneOn };
    const result = await save.run({ ...done, given, ageSaid });
    if (!result.ok) return;
    await making.discard();
    navigate(resultPath(caseFileId, result.value.id));
  };
  if (making.error) return <ErrorSentence error={making.error} />;
  if (making.other !== null) {
    return <OtherDraft caseFileId={caseFileId} other={making.other} onDrop={() => void making.discard()} />;
  }
  if (screening === null) return null;
  const isAtEnd = instrument.entry === 'result' || screening.at >= stepsOf(instrument);
  return (
    <div className="screen-page">
      <Sheet>
        {age === 'UNKNOWN' && (
          <Checkbox
            className="screen-age"
            label={pronouns.they === 'they' ? t('wellbeing.ageAskThey', pronouns) : t('wellbeing.ageAsk', pronouns)}
            checked={screening.ageSaid}
            onChange={(event) => change({ ageSaid: event.currentTarget.checked })}
          />
        )}
        <Answering instrument={instrument} screening={screening} onChange={change} />
        {isAtEnd && (
          <End
            {...{ instrument, screening }}
            onChange={change}
            isReady={age !== 'UNKNOWN' || screening.ageSaid}
            isKeeping={save.isRunning}
            onKeep={() => void keep()}
          />
        )}
        {save.error && <ErrorSentence error={save.error} />}
      </Sheet>
      <p className="small dim">
        {t('wellbeing.notDiagnosis')} {instrument.attribution ?? instrument.licence}
      </p>
    </div>
  );
}

interface AnsweringProps {
  readonly instrument: InstrumentDefinition;
  readonly screening: ScreeningInMaking;
  readonly onChange: (part: Partial<ScreeningInMaking>) => void;
}

function Answering({ instrument, screening, onChange }: AnsweringProps) {
  const { given } = screening;
  if (given.entry === 'asq') return <AsqForm given={given} onGiven={(next) => onChange({ given: next })} />;
  if (given.entry === 'c-ssrs') return <CssrsForm given={given} onGiven={(next) => onChange({ given: next })} />;
  return instrument.entry === 'items' ? <AskedScreen {...{ instrument, screening, given, onChange }} /> : null;
}

interface EndProps extends AnsweringProps {
  readonly isReady: boolean;
  readonly isKeeping: boolean;
  readonly onKeep: () => void;
}

function End({ instrument, screening, onChange, isReady, isKeeping, onKeep }: EndProps) {
  const t = useText();
  return (
    <div className="screen-end">
      {instrument.entry === 'items' && <Answered instrument={instrument} screening={screening} />}
      <div className="screen-day">
        <DayField
          label={t('wellbeing.doneOn')}
          value={screening.doneOn}
          latest={dateOf(now())}
          onValue={(day) => day !== '' && onChange({ doneOn: day })}
        />
      </div>
      <div className="screen-foot">
        {instrument.entry === 'items' ? (
          <Button variant="subtle" onClick={() => onChange({ at: backFromEnd(instrument, screening) })}>
            {t('wellbeing.back')}
          </Button>
        ) : (
          <span />
        )}
        <Button onClick={onKeep} loading={isKeeping} disabled={!isReady}>
          {t('wellbeing.keep')}
        </Button>
      </div>
    </div>
  );
}

/** A "no" at the gate skipped every question: back leads to the gate. */
const backFromEnd = (instrument: AskedInstrument, { given }: ScreeningInMaking): number =>
  given.entry === 'items' && given.gate === 'NO' ? 0 : stepsOf(instrument) - 1;

function Answered({ instrument, screening }: { instrument: AskedInstrument; screening: ScreeningInMaking }) {
  const t = useText();
  const { given } = screening;
  if (given.entry !== 'items') return null;
  const count = instrument.items.length;
  const answered = given.answers.filter((answer) => answer !== null).length;
  const isWhole = given.gate === 'NO' || (answered === count && (instrument.gate === null || given.gate !== null));
  return (
    <>
      <h2 tabIndex={-1}>{t('wellbeing.reached')}</h2>
      <p>{isWhole ? t('wellbeing.answeredAll') : t('wellbeing.answeredSome', { answered, count })}</p>
    </>
  );
}

interface OtherDraftProps {
  readonly caseFileId: CaseFileId;
  readonly other: InstrumentId;
  readonly onDrop: () => void;
}

function OtherDraft({ caseFileId, other, onDrop }: OtherDraftProps) {
  const t = useText();
  const { name } = newestInstrument(other);
  return (
    <Sheet className="screen-page">
      <div className="stack">
        <p>{t('wellbeing.otherDraft', { name })}</p>
        <div className="row wrap">
          <Button variant="default" component={Link} href={screenPath(caseFileId, other)}>
            {t('wellbeing.otherDraftBack', { name })}
          </Button>
          <Button variant="default" onClick={onDrop}>
            {t('wellbeing.otherDraftDrop')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
