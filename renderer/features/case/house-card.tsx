// What house staff see of a case: beside a bed and at a door. No story, no papers, no numbers.
import { Button } from '@mantine/core';
import type { CaseFileId } from '#shared/ids';
import type { DueNeed } from '#shared/records/need';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { KeptFor } from '../../case/kept-for.tsx';
import { useHouseTitle } from '../../case/check-in-words.ts';
import { DueLine } from '../../case/need-words.tsx';
import { pronounsFor } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { CaseHead } from '../../ui/case-head.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { ReachStrip } from './reach.tsx';

export function HouseCardPage({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const card = useRead('caseFile.houseCard', { caseFileId });
  if (card.error) return <ErrorSentence error={card.error} />;
  if (!card.value) return null;
  const { value } = card;
  const pronouns = pronounsFor(t, value.pronouns);
  return (
    <>
      <CaseHead caseFileId={caseFileId} alias={value.nameUsed} facts={value.languages} />
      <ReachStrip identifyAs={value.identifyAs} lines={value.cautions} confirmedOn={null} pronouns={pronouns} />
      <div className="two-columns">
        <Sheet flush title={t('needs.title')}>
          {value.needs.length === 0 && <EmptyState>{t('needs.noneHere', pronouns)}</EmptyState>}
          <HouseNeeds needs={value.needs} />
        </Sheet>
        <Sheet title={t('cases.goodToKnow')}>
          <ul className="know">
            {value.mind.map((what) => (
              <li key={what}>
                <b>{t(`cases.mind.${what}`)}</b>
              </li>
            ))}
            {value.goodToKnow.map((line) => (
              <li key={line.words} dir="auto">
                {line.words}
              </li>
            ))}
            {value.mayDo.map((line) => (
              <li key={line.words} dir="auto">
                {line.words}
              </li>
            ))}
          </ul>
        </Sheet>
        <KeptFor caseFileId={caseFileId} />
      </div>
    </>
  );
}

function HouseNeeds({ needs }: { needs: readonly DueNeed[] }) {
  const t = useText();
  const tick = useWrite('need.tick');
  const houseTitle = useHouseTitle();
  return (
    <>
      {tick.error && <ErrorSentence error={tick.error} />}
      <Rows>
        {needs.map((need) => (
          <li key={need.id}>
            <span className="grow">
              <b dir="auto">{houseTitle(need)}</b>
              <DueLine {...need} />
            </span>
            {need.mayTick && (
              <Button
                size="compact-md"
                variant="default"
                aria-label={`${t('needs.done')}: ${houseTitle(need)}`}
                onClick={() => void tick.run({ needId: need.id, basedOn: need.revision })}
              >
                {t('needs.done')}
              </Button>
            )}
          </li>
        ))}
      </Rows>
    </>
  );
}
