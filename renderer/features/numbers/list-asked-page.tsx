// A funder asks for a list of people: what the law says, what is given instead, and how a record is covered. No role has such a list.
import { Button } from '@mantine/core';
import { thresholds } from '#shared/statistics/shown';
import { useText } from '../../text.ts';
import { IconPrint } from '../../ui/icons.ts';
import { PageHead } from '../../ui/page-head.tsx';
import '../../figures/figures.css';
import './numbers.css';

export function ListAskedPage() {
  const t = useText();
  return (
    <>
      <PageHead
        title={t('figures.listAsk')}
        fact={t('figures.listLead')}
        actions={
          <Button leftSection={<IconPrint size={18} aria-hidden />} onClick={() => window.print()}>
            {t('figures.list.print')}
          </Button>
        }
      />
      <article className="paper paper-normal" aria-label={t('prints.preview')}>
        <section>
          <h3>{t('figures.list.law')}</h3>
          <ul>
            {(['a', 'b', 'c', 'd'] as const).map((line) => (
              <li key={line}>{t(`figures.list.laws.${line}`)}</li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{t('figures.list.instead')}</h3>
          <ul>
            <li>{t('figures.list.insteads.a', { threshold: thresholds.FUNDER })}</li>
            <li>{t('figures.list.insteads.b')}</li>
            <li>{t('figures.list.insteads.c')}</li>
          </ul>
        </section>
        <Sample />
      </article>
    </>
  );
}

function Sample() {
  const t = useText();
  const rows = [
    [t('figures.list.samples.name'), t('figures.list.samples.covered')],
    [t('figures.list.samples.day'), t('figures.list.samples.dayAs')],
    [t('figures.list.samples.place'), t('figures.list.samples.covered')],
    [t('figures.list.samples.work'), t('figures.list.samples.workAs')],
    [t('figures.list.samples.words'), t('figures.list.samples.kept')],
    [t('figures.list.samples.worker'), t('figures.list.samples.workerAs')],
  ] as const;
  return (
    <section>
      <table className="figure-table">
        <caption>{t('figures.list.sample')}</caption>
        <tbody>
          {rows.map(([what, shown]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{shown}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
