// What another house wrote, section by section as it came. It stands in plain type also where it quotes: whether the words are hers is
// for her to say.
import type { ReceivedPreview } from '#shared/records/received-package';
import type { ReleasedRow } from '#shared/records/package';
import { useText } from '../text.ts';
import { EmptyState, Sheet } from '../ui/sheet.tsx';
import { Note } from '../ui/status-words.tsx';
import './received.css';

type Told = Pick<ReceivedPreview, 'sections' | 'htcds' | 'omissions'>;

export function ReceivedContent({ told: { sections, htcds = {}, omissions } }: { told: Told }) {
  const t = useText();
  const coded = Object.entries(htcds).map(([label, value]) => ({ label, value }));
  const left = omissions.map(({ what, why }) => `${what} (${t(`received.why.${why}`)})`);
  return (
    <>
      {sections.length === 0 && coded.length === 0 && <EmptyState>{t('received.noContent')}</EmptyState>}
      {sections.map(({ title, rows }, at) => (
        <Sheet key={at} title={<span dir="auto">{title}</span>}>
          <Lines rows={rows} />
        </Sheet>
      ))}
      {coded.length > 0 && (
        <Sheet title={t('received.coded')}>
          <Lines rows={coded} />
        </Sheet>
      )}
      {left.length > 0 && (
        <Note>
          {t('received.notIn')}: <bdi>{left.join(', ')}</bdi>
        </Note>
      )}
    </>
  );
}

function Lines({ rows }: { rows: readonly ReleasedRow[] }) {
  const t = useText();
  return (
    <table className="twin received-lines">
      <tbody>
        {rows.map(({ label, value, hers, source = 'EXPRESSED' }, at) => (
          <tr key={at}>
            <th scope="row" dir="auto">
              {label}
            </th>
            <td>
              <div className="received-value" dir="auto">
                {hers === true ? t('received.quoted', { words: value }) : value}
              </div>
              {source !== 'EXPRESSED' && <div className="small dim">{t(`received.source.${source}`)}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
