// What this program is, and whether its files are as they were made. For everybody who signs in: whoever sits here may want to know.
import { useEffect, useState } from 'react';
import type { ProgramFacts, ProgramFiles } from '#shared/contract/program';
import { useBridge } from '../../bridge.tsx';
import { useText } from '../../text.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Verdict } from '../../ui/verdict.tsx';
import './safekeeping.css';

type Found = ProgramFacts | 'looking' | 'not read';

export function ProgramPage() {
  const t = useText();
  const found = useProgram();
  return (
    <>
      <PageHead title={t('program.title')} fact={t('program.fact')} />
      <div className="keep-own">
        {typeof found === 'string' ? (
          <Sheet>
            <p className="dim" role="status">
              {t(found === 'looking' ? 'program.looking' : 'program.notRead')}
            </p>
          </Sheet>
        ) : (
          <Facts facts={found} />
        )}
      </div>
    </>
  );
}

/** Asked once for each visit of the page: the files are read anew. */
function useProgram(): Found {
  const { program } = useBridge();
  const [found, setFound] = useState<Found>('looking');
  useEffect(() => {
    let isHere = true;
    void program().then((facts) => {
      if (isHere) setFound(facts ?? 'not read');
    });
    return () => {
      isHere = false;
    };
  }, [program]);
  return found;
}

function Facts({ facts }: { facts: ProgramFacts }) {
  const t = useText();
  return (
    <>
      {facts.files ? (
        <Files files={facts.files} />
      ) : (
        <Sheet title={t('program.files')}>
          <p role="status">{t('program.nothing')}</p>
        </Sheet>
      )}
      <Sheet title={t('program.what')}>
        <table className="twin">
          <tbody>
            <Line name={t('program.version')} value={facts.version} />
            <Line name={t('program.made')} value={t(`program.madeAs.${facts.made}`)} />
            <Line name={t('program.network')} value={t(`program.networkIs.${facts.network}`)} />
          </tbody>
        </table>
      </Sheet>
      {facts.words.length > 0 && (
        <Sheet title={t('program.words')}>
          <p className="keep-words" lang="en" dir="ltr" translate="no">
            {facts.words.join(' ')}
          </p>
          <p className="small dim">{t('program.wordsSay')}</p>
        </Sheet>
      )}
    </>
  );
}

function Files({ files }: { files: ProgramFiles }) {
  const t = useText();
  const good = files.changed + files.missing + files.added === 0;
  if (good) {
    return <Verdict good outcome={t('program.same')} consequence={t('program.sameSays', { count: files.same })} />;
  }
  return (
    <Verdict good={false} outcome={t('program.other')} consequence={t('program.otherSays')}>
      <div className="verdict-body">
        <table className="twin">
          <tbody>
            {(['changed', 'missing', 'added'] as const).map((what) => (
              <Line key={what} name={t(`program.${what}`)} value={String(files[what])} />
            ))}
          </tbody>
        </table>
      </div>
    </Verdict>
  );
}

const Line = ({ name, value }: { name: string; value: string }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{value}</td>
  </tr>
);
