// Reading every record once, on request: a verdict with its counts, or the sentence of what is wrong.
import { Button } from '@mantine/core';
import { useTask } from '../api/use-vault.ts';
import { textNamed, useText } from '../text.ts';
import { ErrorSentence } from './error-sentence.tsx';
import { IconSafekeeping } from './icons.ts';
import { Sheet } from './sheet.tsx';
import { Verdict } from './verdict.tsx';

interface Found {
  readonly entries: number;
  readonly revisions: number;
  readonly erased: number;
  readonly records: Readonly<Record<string, number>>;
}

export function CheckSheet() {
  const t = useText();
  const check = useTask('session.checkVault');
  return (
    <>
      <Sheet title={t('safekeeping.check')}>
        <div className="check-now">
          <p className="dim grow" role="status">
            {check.isRunning ? t('safekeeping.checking') : t('safekeeping.checkSays')}
          </p>
          <Button
            variant="default"
            loading={check.isRunning}
            leftSection={<IconSafekeeping size={18} aria-hidden />}
            onClick={() => void check.start({})}
          >
            {t('safekeeping.checkNow')}
          </Button>
        </div>
        {check.error && <ErrorSentence error={check.error} />}
      </Sheet>
      {check.value && <Whole found={check.value} />}
    </>
  );
}

function Whole({ found }: { found: Found }) {
  const t = useText();
  const counted = Object.entries(found.records).filter(([, count]) => count > 0);
  return (
    <Verdict
      good
      outcome={t('safekeeping.checkGood')}
      consequence={t('safekeeping.checkGoodSays', { count: found.entries })}
    >
      <div className="verdict-body">
        <table className="twin">
          <caption>{t('safekeeping.checkTable')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('safekeeping.checkRecords')}</th>
              <th scope="col">{t('safekeeping.checkCount')}</th>
            </tr>
          </thead>
          <tbody>
            {counted.map(([kind, count]) => (
              <Line key={kind} name={textNamed(`kinds.${kind}`)} count={count} />
            ))}
            <Line name={t('safekeeping.checkRevisions')} count={found.revisions} />
            {found.erased > 0 && <Line name={t('safekeeping.checkErased')} count={found.erased} />}
          </tbody>
        </table>
      </div>
    </Verdict>
  );
}

const Line = ({ name, count }: { name: string; count: number }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{count}</td>
  </tr>
);
