// The sheets of the trustees from their making to the proof that they are on paper: printed each on its own page, given away, two typed
// back. They live here and in no other place of the page.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Trustees } from '#shared/records/session';
import { useRead, useTask } from '../../api/use-vault.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { isWhole, noLines, SheetFields } from '../../session/sheet-fields.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconAnother, IconPrint } from '../../ui/icons.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Verdict } from '../../ui/verdict.tsx';
import { TrusteePapers } from './trustee-papers.tsx';
import { BackToSafekeeping, WayOut } from './way-out.tsx';
import './safekeeping.css';

export function TrusteesPage() {
  const t = useText();
  const trustees = useRead('session.trustees', {});
  const [isDone, setDone] = useState(false);
  // What was true when the page was opened: making a set must not change the words around it.
  const [before, setBefore] = useState<Trustees | null>(null);
  if (before === null && trustees.value) setBefore(trustees.value);
  return (
    <>
      <div className="no-print">
        <PageHead title={t('trustees.title')} fact={t('trustees.says')} actions={!isDone && <BackToSafekeeping />} />
      </div>
      <div className="keep-own">
        {trustees.error && <ErrorSentence error={trustees.error} />}
        {isDone ? (
          <Verdict good outcome={t('trustees.done')} consequence={t('trustees.doneSays')} foot={<WayOut />} />
        ) : (
          before && <Steps before={before} onDone={() => setDone(true)} />
        )}
      </div>
    </>
  );
}

function Steps({ before, onDone }: { before: Trustees; onDone: () => void }) {
  const t = useText();
  const make = useTask('session.makeTrustees');
  const [isPrinted, setPrinted] = useState(false);
  const made = make.value;
  const print = (): void => {
    window.print();
    setPrinted(true);
  };
  return (
    <>
      {made === undefined ? (
        <MakeSet before={before} make={() => void make.start({})} isRunning={make.isRunning} />
      ) : (
        <TrusteePapers made={made} />
      )}
      {make.error && <ErrorSentence error={make.error} />}
      <ol className="todo no-print">
        {made !== undefined && (
          <>
            <li>
              <span className="mark">1</span>
              <div className="grow">
                <h2>{t('trustees.printTitle')}</h2>
                <p className="dim">{t('trustees.printHint')}</p>
              </div>
              <Button variant="default" leftSection={<IconPrint size={18} aria-hidden />} onClick={print}>
                {isPrinted ? t('trustees.printAgain') : t('trustees.print')}
              </Button>
            </li>
            <li>
              <span className="mark">2</span>
              <div className="grow">
                <h2>{t('trustees.giveTitle')}</h2>
                <p className="dim">{t('trustees.giveHint')}</p>
              </div>
            </li>
          </>
        )}
        {(made !== undefined || before.state !== 'none') && <TypeBack onDone={onDone} number={made ? 3 : 1} />}
      </ol>
    </>
  );
}

const leads = { 'not-tried': 'trustees.notTried', tried: 'trustees.tried', used: 'trustees.used' } as const;

function MakeSet({ before, make, isRunning }: { before: Trustees; make: () => void; isRunning: boolean }) {
  const t = useText();
  const hasEarlier = before.state !== 'none';
  return (
    <section className="kit no-print" aria-label={t('trustees.title')}>
      <div className="grow">
        <p role="status">
          {isRunning
            ? t('trustees.making')
            : before.state === 'none'
              ? t('trustees.none')
              : t(leads[before.state], { day: fullDate(dateOf(before.since)) })}
        </p>
        <p className="dim">{t('trustees.who')}</p>
      </div>
      <div className="kit-ways">
        <Button
          variant="default"
          loading={isRunning}
          leftSection={<IconAnother size={17} aria-hidden />}
          onClick={make}
        >
          {hasEarlier ? t('trustees.makeNew') : t('trustees.make')}
        </Button>
        {hasEarlier && <span className="small">{t('trustees.makeNewHint')}</span>}
      </div>
    </section>
  );
}

function TypeBack({ onDone, number }: { onDone: () => void; number: number }) {
  const t = useText();
  const tryThem = useTask('session.tryTrustees');
  const [one, setOne] = useState(noLines);
  const [other, setOther] = useState(noLines);
  const finish = async (): Promise<void> => {
    if ((await tryThem.start({ sheets: [[...one], [...other]] })).ok) onDone();
  };
  return (
    <li>
      <span className="mark">{number}</span>
      <div className="grow stack">
        <div>
          <h2>{t('trustees.typeTitle')}</h2>
          <p className="dim">{t('trustees.typeHint')}</p>
        </div>
        <SheetFields id="try-one" label={t('trustees.sheetOne')} lines={one} onLines={setOne} />
        <SheetFields id="try-two" label={t('trustees.sheetTwo')} lines={other} onLines={setOther} />
        {tryThem.error && <ErrorSentence error={tryThem.error} />}
        <div>
          <Button
            size="md"
            disabled={!isWhole(one) || !isWhole(other)}
            loading={tryThem.isRunning}
            onClick={() => void finish()}
          >
            {t('trustees.finish')}
          </Button>
        </div>
      </div>
    </li>
  );
}
