// What a result may mean and what helps next: the same few calm sentences for every total, never a word for what somebody has.
import type { InstrumentId } from '#shared/instruments/instrument-definition';
import type { Clusters, ScreeningResult } from '#shared/records/screening';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { Word } from '../../ui/status-words.tsx';

interface MeaningProps {
  readonly instrumentId: InstrumentId;
  readonly result: ScreeningResult;
  readonly pronouns: Pronouns;
}

export function ResultMeaning({ instrumentId, result, pronouns }: MeaningProps) {
  const t = useText();
  switch (result.kind) {
    case 'incomplete':
      return <p>{t('wellbeing.meansIncomplete')}</p>;
    case 'total':
      return <TotalMeaning {...{ instrumentId, result, pronouns }} />;
    case 'asq':
      return (
        <>
          <p>{result.outcome === 'NEGATIVE' ? t('wellbeing.meansTierNone') : t('wellbeing.meansTier')}</p>
          {result.byJudgement && <p>{t('wellbeing.meansJudgement')}</p>}
        </>
      );
    case 'tier':
      return (
        <p>
          {result.tier === 'NONE'
            ? t('wellbeing.meansTierNone')
            : result.tier === 'LOW'
              ? t('wellbeing.meansLow')
              : t('wellbeing.meansTier')}
        </p>
      );
  }
}

/** The two whose cut-off a shelter sets. */
const setHere: readonly InstrumentId[] = ['pc-ptsd-5', 'pcl-5'];

function TotalMeaning({
  instrumentId,
  result,
  pronouns,
}: MeaningProps & { result: { kind: 'total' } & ScreeningResult }) {
  const t = useText();
  const { cut, positive, clusters } = result;
  const isThey = pronouns.they === 'they';
  const over = isThey ? t('wellbeing.meansOverThey', pronouns) : t('wellbeing.meansOver', pronouns);
  const under = isThey ? t('wellbeing.meansUnderThey', pronouns) : t('wellbeing.meansUnder', pronouns);
  return (
    <>
      <div>
        <Word>{positive ? t('wellbeing.atCut', { cut }) : t('wellbeing.belowCut', { cut })}</Word>
        <p>{positive ? over : under}</p>
      </div>
      {clusters && <ClusterLine clusters={clusters} />}
      {setHere.includes(instrumentId) && <p className="small dim">{t('wellbeing.cutHere', { cut })}</p>}
    </>
  );
}

function ClusterLine({ clusters }: { clusters: Clusters }) {
  const t = useText();
  const { B, C, D, E, met } = clusters;
  return (
    <p>
      {t('wellbeing.clusters', { B, C, D, E })} {met ? t('wellbeing.clustersMet') : t('wellbeing.clustersNot')}
    </p>
  );
}
