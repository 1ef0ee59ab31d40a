// What came out, in plain words, with the cut-off it was read by; and, when it tells of thoughts of dying, the safety step with it.
import { Button } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import type { InstrumentDefinition, InstrumentId } from '#shared/instruments/instrument-definition';
import { findInstrument, newestInstrument } from '#shared/instruments/published';
import type { ScreeningRow, ScreeningsOfCase } from '#shared/records/screening';
import { changeMeans, nextScreen } from '#shared/records/screening-rules';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { fullDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import { useSession } from '../../session/session-gate.tsx';
import { AnswersSheet } from './answers-sheet.tsx';
import { CrisisContacts } from './crisis-contacts.tsx';
import { screenPath, wellbeingPath } from './places.ts';
import { ResultMeaning } from './result-meaning.tsx';
import { resultWords } from './result-words.ts';
import { SafetyStepSheet } from './safety-step.tsx';
import { freshScreening, screeningTarget } from './screening-draft.ts';
import './wellbeing.css';

export function ResultPage({ params }: PageProps) {
  const t = useText();
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const list = useRead('screening.list', { caseFileId });
  const row = list.value?.rows.find(({ id }) => id === params['screeningId']);
  const name = row === undefined ? '' : newestInstrument(row.instrumentId).name;
  return (
    <CaseFrame
      caseFileId={caseFileId}
      task={row === undefined ? t('wellbeing.title') : `${name}, ${fullDate(row.doneOn)}`}
      actions={() => (
        <Button variant="default" component={Link} href={wellbeingPath(caseFileId)}>
          {t('wellbeing.backToAll')}
        </Button>
      )}
    >
      {(_caseFile, pronouns) => (
        <>
          {list.error && <ErrorSentence error={list.error} />}
          {list.value && row && <Result screens={list.value} row={row} pronouns={pronouns} />}
        </>
      )}
    </CaseFrame>
  );
}

/** The version it was taken with. */
const instrumentOf = ({ instrumentId, instrumentVersion }: ScreeningRow): InstrumentDefinition =>
  findInstrument(instrumentId, instrumentVersion) ?? newestInstrument(instrumentId);

interface ResultProps {
  readonly screens: ScreeningsOfCase;
  readonly row: ScreeningRow;
  readonly pronouns: Pronouns;
}

function Result({ screens, row, pronouns }: ResultProps) {
  const t = useText();
  const { step } = row;
  const instrument = instrumentOf(row);
  return (
    <div className={step ? 'wellbeing' : 'screen-page'}>
      <div className="stack">
        <ResultSheet screens={screens} row={row} pronouns={pronouns} />
        {step && <SafetyStepSheet stepId={step.id} pronouns={pronouns} />}
        <p className="small dim">
          {t('wellbeing.notDiagnosis')} {instrument.attribution ?? instrument.licence}
        </p>
      </div>
      {step && <CrisisContacts />}
    </div>
  );
}

function ResultSheet({ screens, row, pronouns }: ResultProps) {
  const t = useText();
  const next = nextScreen(row.instrumentId, row.result);
  return (
    <Sheet title={instrumentOf(row).fullName}>
      <div className="stack">
        <p className="result-line">{resultWords(t, row.result)}</p>
        {row.setAside && <Note>{t('wellbeing.setAsideWord')}</Note>}
        <ResultMeaning instrumentId={row.instrumentId} result={row.result} pronouns={pronouns} />
        <SinceLast screens={screens} row={row} />
        {next && screens.mayScreen && <GoOn row={row} next={next} />}
        {screens.mayScreen && row.instrumentId !== 'c-ssrs' && row.step?.isOpen !== true && <AnswersSheet row={row} />}
      </div>
    </Sheet>
  );
}

/** The total before this one that counts. */
function before(rows: readonly ScreeningRow[], row: ScreeningRow): ScreeningRow | undefined {
  const counting = rows.filter(
    (one) => one.instrumentId === row.instrumentId && !one.setAside && one.result.kind === 'total',
  );
  return counting[counting.findIndex(({ id }) => id === row.id) + 1];
}

function SinceLast({ screens, row }: { screens: ScreeningsOfCase; row: ScreeningRow }) {
  const t = useText();
  const last = before(screens.rows, row);
  if (row.setAside || row.result.kind !== 'total' || last?.result.kind !== 'total') return null;
  const by = row.result.total - last.result.total;
  const means = changeMeans(row.instrumentId, last.result.total, row.result.total);
  return (
    <p>
      {t('wellbeing.since', { day: fullDate(last.doneOn) })}:{' '}
      {by === 0
        ? t('wellbeing.sinceSame')
        : `${by < 0 ? t('wellbeing.down', { by: -by }) : t('wellbeing.up', { by })} ${t(`wellbeing.change.${means}`)}`}
    </p>
  );
}

/** The longer screen, begun with the two answers that were just given. */
function GoOn({ row, next }: { row: ScreeningRow; next: InstrumentId }) {
  const t = useText();
  const [, navigate] = useLocation();
  const open = useWrite('screening.openAnswers', { quiet: true });
  const save = useWrite('draft.save');
  const instrument = newestInstrument(next);
  // The answers of a colleague are not carried about: a longer screen then begins at its first question.
  const isMine = row.savedBy?.id === useSession().person.id;
  const goOn = async (): Promise<void> => {
    const opened = await open.run({ screeningId: row.id });
    if (!opened.ok || opened.value.given.entry !== 'items') return;
    const fresh = freshScreening(instrument);
    if (fresh.given.entry !== 'items') return;
    const carried = opened.value.given.answers;
    const answers = fresh.given.answers.map((answer, index) => carried[index] ?? answer);
    const body = {
      ...fresh,
      given: { ...fresh.given, answers },
      at: carried.length,
      carriedFrom: row.instrumentId,
      ageSaid: true,
    };
    const kept = await save.run({ target: screeningTarget(row.caseFileId), body });
    if (kept.ok) navigate(screenPath(row.caseFileId, next));
  };
  return (
    <div className="row wrap">
      <p className="grow">
        {isMine
          ? t('wellbeing.offer', { name: instrument.name })
          : t('wellbeing.offerPlain', { name: instrument.name })}
      </p>
      {open.error && <ErrorSentence error={open.error} />}
      <Button variant="default" onClick={() => (isMine ? void goOn() : navigate(screenPath(row.caseFileId, next)))}>
        {t('wellbeing.offerDo', { name: instrument.name })}
      </Button>
    </div>
  );
}
