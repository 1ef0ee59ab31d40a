// What the activities of a year make together.
import type { ActivityCounts } from '#shared/records/activity';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { percent } from './percent.ts';
import '../../figures/figures.css';

export function CountsSheet({ year, counts }: { year: number; counts: ActivityCounts }) {
  const t = useText();
  const { kinds, lobbying, effect } = counts;
  return (
    <Sheet title={t('awareness.countsTitle', { year })}>
      <div className="stack">
        <div className="figure">
          <table className="figure-table" aria-label={t('awareness.countsTitle', { year })}>
            <thead>
              <tr>
                <th scope="col">{t('awareness.countsKind')}</th>
                <th scope="col" className="num">
                  {t('awareness.countsTimes')}
                </th>
                <th scope="col" className="num">
                  {t('awareness.countsPeople')}
                </th>
                <th scope="col" className="num">
                  {t('awareness.countsReach')}
                </th>
              </tr>
            </thead>
            <tbody>
              {kinds.map(({ kind, activities, people, isEstimate, reach }) => (
                <tr key={kind}>
                  <th scope="row">{t(`awareness.kinds.${kind}`)}</th>
                  <td className="num">{activities}</td>
                  <td className="num">{isEstimate ? t('awareness.about', { people }) : people}</td>
                  <td className="num">{reach}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {lobbying > 0 && <p className="small dim">{t('awareness.lobbied', { count: lobbying })}</p>}
        {effect && (
          <p>
            {t('awareness.effectAll', {
              ...{ people: effect.people, count: effect.trainings },
              share: percent(effect.normalised),
            })}
          </p>
        )}
      </div>
    </Sheet>
  );
}
