// A look at what makes it harder and what protects, in three panels; earlier looks stay below as they were.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { CaseFileId } from '#shared/ids';
import { FactorPair, Panel, type StoredVulnerabilityView } from '#shared/records/vulnerability-view';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { fullDate } from '../../dates.ts';
import { useDraft } from '../../forms/use-draft.ts';
import type { PageProps } from '../../route.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { BackToHappened } from './back.tsx';
import { PairHeads, PairRows } from './pair-rows.tsx';
import './profile.css';

const pairs = z.array(FactorPair).max(20);
const Look = z.strictObject({ individual: pairs, household: pairs, community: pairs });
type Look = z.output<typeof Look>;
const nothing: Look = { individual: [], household: [], community: [] };

export function ProtectsPage({ params }: PageProps) {
  const t = useText();
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const mayLook = useMay('vulnerabilityView.add');
  const views = useRead('vulnerabilityView.list', { caseFileId });
  return (
    <CaseFrame caseFileId={caseFileId} task={t('happened.protects')} actions={() => <BackToHappened id={caseFileId} />}>
      {() => (
        <div className="stack">
          <p className="dim">{t('happened.protectsLead')}</p>
          {views.error && <ErrorSentence error={views.error} />}
          {views.value && mayLook && (
            <Looking key={views.value[0]?.id ?? 'first'} caseFileId={caseFileId} newest={views.value[0] ?? null} />
          )}
          {views.value?.length === 0 && !mayLook && <EmptyState>{t('happened.protectsNone')}</EmptyState>}
          {views.value?.map((view) => (
            <PastLook key={view.id} view={view} />
          ))}
        </div>
      )}
    </CaseFrame>
  );
}

/** A new look begins with what was seen last: what has not changed needs no second writing. */
const beginWith = (newest: StoredVulnerabilityView | null): Look =>
  newest === null
    ? nothing
    : { individual: newest.individual, household: newest.household, community: newest.community };

const withoutEmpty = (look: Look): Look => {
  const filled = (list: readonly FactorPair[]): FactorPair[] =>
    list.filter(({ risk, protective }) => risk.trim() !== '' || protective.trim() !== '');
  return {
    individual: filled(look.individual),
    household: filled(look.household),
    community: filled(look.community),
  };
};

interface LookingProps {
  readonly caseFileId: CaseFileId;
  readonly newest: StoredVulnerabilityView | null;
}

function Looking({ caseFileId, newest }: LookingProps) {
  const t = useText();
  const draft = useDraft({ target: { kind: 'vulnerability-view', caseFileId }, schema: Look });
  const [typed, setTyped] = useState<Look | null>(null);
  const [isOpen, setOpen] = useState(newest === null);
  const add = useWrite('vulnerabilityView.add');
  const look = typed ?? draft.kept?.body ?? beginWith(newest);
  const error = draft.error ?? add.error;
  const change = (panel: Panel, list: FactorPair[], at: string): void => {
    const next = { ...look, [panel]: list };
    setTyped(next);
    draft.write(next, at);
  };
  const keep = async (): Promise<void> => {
    if (add.isRunning) return;
    const result = await add.run({ caseFileId, ...withoutEmpty(look) });
    if (result.ok) await draft.discard();
  };
  if (draft.kept === undefined && !draft.error) return null;
  if (!isOpen && !draft.kept)
    return (
      <div className="row">
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('happened.protectsAgain')}
        </Button>
      </div>
    );
  return (
    <>
      {error && <ErrorSentence error={error} />}
      {Panel.options.map((panel) => (
        <Sheet key={panel} title={t(`happened.panel.${panel}`)}>
          <PairRows panel={panel} pairs={look[panel]} onPairs={(list, at) => change(panel, list, at)} />
        </Sheet>
      ))}
      <div className="row">
        <Button loading={add.isRunning} onClick={() => void keep()}>
          {t('happened.keepLook')}
        </Button>
      </div>
    </>
  );
}

function PastLook({ view }: { view: StoredVulnerabilityView }) {
  const t = useText();
  return (
    <Sheet title={t('happened.lookedOn', { date: fullDate(view.lookedOn) })} end={view.savedBy?.name}>
      <div className="stack">
        <PairHeads />
        {Panel.options
          .filter((panel) => view[panel].length > 0)
          .map((panel) => (
            <div key={panel}>
              <h3>{t(`happened.panel.${panel}`)}</h3>
              <ul className="pairs">
                {view[panel].map(({ risk, protective }, at) => (
                  <li key={`${at} ${risk}`}>
                    <span dir="auto">{risk}</span>
                    <span dir="auto">{protective || <span className="dim">{t('happened.openPlace')}</span>}</span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
      </div>
    </Sheet>
  );
}
