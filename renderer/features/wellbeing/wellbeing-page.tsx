// Well-being: which screens there are, what came out so far, and a safety step that nobody has ended yet, before all else.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import type { InstrumentDefinition } from '#shared/instruments/instrument-definition';
import { publishedInstruments } from '#shared/instruments/published';
import type { ScreeningRow, ScreeningsOfCase } from '#shared/records/screening';
import { useRead } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { dayAndTime, shortDate } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, When } from '../../ui/status-words.tsx';
import { OverTime } from './over-time.tsx';
import { resultPath, screenPath } from './places.ts';
import { resultWords } from './result-words.ts';
import './wellbeing.css';

export function WellbeingPage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const found = useRead('screening.list', { caseFileId });
  return (
    <CaseFrame caseFileId={caseFileId} part="/wellbeing">
      {() => (
        <>
          {found.error && <ErrorSentence error={found.error} />}
          {found.value && <Screens caseFileId={caseFileId} screens={found.value} />}
        </>
      )}
    </CaseFrame>
  );
}

interface ScreensProps {
  readonly caseFileId: CaseFileId;
  readonly screens: ScreeningsOfCase;
}

function Screens({ caseFileId, screens }: ScreensProps) {
  const t = useText();
  const open = screens.rows.filter(({ step }) => step?.isOpen === true);
  const asked = publishedInstruments.filter(({ entry }) => entry === 'items');
  const entered = publishedInstruments.filter(({ entry }) => entry === 'result');
  return (
    <div className="wellbeing">
      <div className="stack">
        {open.length > 0 && <OpenSteps caseFileId={caseFileId} rows={open} />}
        <p className="dim wellbeing-lead">{t('wellbeing.lead')}</p>
        {!screens.mayScreen && <Note>{t('wellbeing.notTrained')}</Note>}
        {screens.age === 'UNDER_12' && <Note>{t('wellbeing.under12')}</Note>}
        <InstrumentRows {...{ caseFileId, screens }} title={t('wellbeing.ask')} instruments={asked} />
        <InstrumentRows {...{ caseFileId, screens }} title={t('wellbeing.enter')} instruments={entered} />
      </div>
      <OverTime screens={screens} />
    </div>
  );
}

function OpenSteps({ caseFileId, rows }: { caseFileId: CaseFileId; rows: readonly ScreeningRow[] }) {
  const t = useText();
  return (
    <Sheet lit className="fade-in">
      <ul className="stack">
        {rows.map((row) => (
          <li key={row.id} className="row wrap">
            <span className="grow">
              <When tone="lit">{t('wellbeing.stepOpen')}</When>
              <span className="small step-since">
                {t('wellbeing.stepOpenSince', { when: dayAndTime(row.savedAt) })}
              </span>
            </span>
            <Button component={Link} href={resultPath(caseFileId, row.id)}>
              {t('wellbeing.stepGo')}
            </Button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

interface InstrumentsProps extends ScreensProps {
  readonly title: string;
  readonly instruments: readonly InstrumentDefinition[];
}

function InstrumentRows({ caseFileId, screens, title, instruments }: InstrumentsProps) {
  const t = useText();
  const mayBegin = screens.mayScreen && screens.age !== 'UNDER_12';
  return (
    <Sheet flush title={title}>
      <Rows label={title}>
        {instruments.map(({ id, name, entry }) => {
          const last = screens.rows.find((row) => row.instrumentId === id && !row.setAside);
          return (
            <li key={id}>
              <span className="grow">
                <b>{name}</b>
                <span className="small dim">{t(`wellbeing.about.${id}`)}</span>
              </span>
              {last && (
                <Link className="last-result small" href={resultPath(caseFileId, last.id)}>
                  {resultWords(t, last.result)}
                  <span className="dim">{shortDate(last.doneOn)}</span>
                </Link>
              )}
              {mayBegin && (
                <Button
                  size="compact-md"
                  variant="default"
                  component={Link}
                  href={screenPath(caseFileId, id)}
                  aria-label={t(entry === 'items' ? 'wellbeing.beginNamed' : 'wellbeing.enterNamed', { name })}
                >
                  {t(entry === 'items' ? 'wellbeing.begin' : 'wellbeing.enterResult')}
                </Button>
              )}
            </li>
          );
        })}
      </Rows>
    </Sheet>
  );
}
