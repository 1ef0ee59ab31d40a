// The operational indicators, one dimension at a time, marked from what was said already. What they add up to stands beside.
import { Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ilo2009 } from '#shared/indicators/ilo-2009';
import type { CaseFileId } from '#shared/ids';
import type { StoredIndicators } from '#shared/records/identification-indicators';
import { asked, type Dimension, IndicatorMarks, IndicatorProfile } from '#shared/records/identification-rules';
import { elementsRecorded } from '#shared/records/trafficking-elements';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { casePath } from '../../case/case-tabs.ts';
import { BehindBar, useBase } from '../../case/use-base.tsx';
import { useDraft } from '../../forms/use-draft.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { Tabs } from '../../ui/case-head.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { fieldOf, MarkRows } from './mark-rows.tsx';
import { KeptResults, ResultSheet } from './result-sheet.tsx';
import './profile.css';

const pathOf = (caseFileId: string, profile: IndicatorProfile): string =>
  casePath(caseFileId, `/profile/indicators/${profile.toLowerCase()}`);

export function IndicatorsPage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const profile = IndicatorProfile.catch('AL').parse(params['profile']?.toUpperCase());
  const found = useRead('identificationIndicators.list', { caseFileId });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (found.value === undefined) return null;
  const stored = found.value.find((one) => one.profile === profile) ?? null;
  return (
    <Marking
      key={`${caseFileId} ${profile}`}
      caseFileId={caseFileId}
      profile={profile}
      stored={stored}
      onStale={found.refresh}
    />
  );
}

interface MarkingProps {
  readonly caseFileId: CaseFileId;
  readonly profile: IndicatorProfile;
  readonly stored: StoredIndicators | null;
  readonly onStale: () => void;
}

/** The marks in the making; like every text that is typed they are a draft until they are kept. */
function useMarks({ caseFileId, profile, stored, onStale }: MarkingProps) {
  const base = useBase(stored);
  const kind = `indicators-${profile.toLowerCase()}`;
  const draft = useDraft({ target: { kind, caseFileId }, schema: IndicatorMarks, basedOn: base.revision });
  const [typed, setTyped] = useState<IndicatorMarks | null>(null);
  const save = useWrite('identificationIndicators.save');
  const marks = typed ?? draft.kept?.body ?? stored?.marks ?? {};
  const basedOn = draft.kept?.basedOn ?? base.revision;
  const takeTheirs = async (): Promise<void> => {
    await draft.discard();
    setTyped(null);
    base.setRevision(stored?.revision ?? 0);
  };
  return {
    marks,
    keptField: draft.kept?.at ?? '',
    isReady: draft.kept !== undefined && !draft.error,
    error: draft.error ?? save.error,
    isRunning: save.isRunning,
    mark: (id: string, state: IndicatorMarks[string]): void => {
      const next = { ...marks, [id]: state };
      setTyped(next);
      draft.write(next, fieldOf(id));
    },
    keep: async (): Promise<boolean> => {
      if (save.isRunning) return false;
      if (typed === null && !draft.kept) return true;
      const result = await save.run({ caseFileId, profile, basedOn, marks });
      if (result.ok) await draft.discard();
      else if (result.error.code === 'conflict') onStale();
      return result.ok;
    },
    behind: stored !== null && !save.isRunning && stored.revision !== basedOn && (
      <BehindBar
        saved={stored}
        onKeepMine={() => {
          base.setRevision(stored.revision);
          draft.rebase(stored.revision);
        }}
        onTakeTheirs={() => void takeTheirs()}
      />
    ),
  };
}

/** The dimension that was being marked when a lock came; the first one otherwise. */
const whereMarked = (field: string): Dimension =>
  ilo2009.indicators.find(({ id }) => field === fieldOf(id))?.dimension ?? 'deceptive-recruitment';

function Marking(props: MarkingProps) {
  const { caseFileId, profile } = props;
  const t = useText();
  const [, navigate] = useLocation();
  const marking = useMarks(props);
  const [chosen, setDimension] = useState<Dimension | null>(null);
  const dimension = chosen ?? whereMarked(marking.keptField);
  const told = useRead('traffickingProfile.get', { caseFileId });
  const history = useRead('identificationIndicators.history', { caseFileId, profile });
  const keep = async (): Promise<void> => {
    if (await marking.keep()) navigate(casePath(caseFileId, '/profile'));
  };
  const lists = IndicatorProfile.options.map((one) => ({
    href: pathOf(caseFileId, one),
    label: t(`happened.profile.${one}`),
    isCurrent: one === profile,
  }));
  return (
    <CaseFrame
      caseFileId={caseFileId}
      task={t('happened.indicators')}
      actions={() => (
        <Button variant="default" loading={marking.isRunning} onClick={() => void keep()}>
          {t('happened.keep')}
        </Button>
      )}
    >
      {() => (
        <>
          <Tabs label={t('happened.profiles')} tabs={lists} pages={[]} />
          {marking.error && <ErrorSentence error={marking.error} />}
          {marking.behind}
          {marking.isReady && (
            <div className="intake">
              <DimensionParts profile={profile} marks={marking.marks} open={dimension} onOpen={setDimension} />
              <MarkRows
                key={dimension}
                profile={profile}
                dimension={dimension}
                marks={marking.marks}
                onMark={marking.mark}
                onDimension={setDimension}
              />
              <div className="stack">
                <ResultSheet
                  profile={profile}
                  marks={marking.marks}
                  actRecorded={elementsRecorded(told.value?.answers ?? {}).act}
                />
                <KeptResults states={history.value ?? []} />
              </div>
            </div>
          )}
        </>
      )}
    </CaseFrame>
  );
}

interface DimensionPartsProps {
  readonly profile: IndicatorProfile;
  readonly marks: IndicatorMarks;
  readonly open: Dimension;
  readonly onOpen: (dimension: Dimension) => void;
}

function DimensionParts({ profile, marks, open, onOpen }: DimensionPartsProps) {
  const t = useText();
  return (
    <nav className="parts" aria-label={t('happened.dimensions')}>
      {ilo2009.dimensions.map(({ id, title }) => (
        <UnstyledButton
          key={id}
          className="part"
          onClick={() => onOpen(id)}
          {...(id === open ? { 'aria-current': 'step' as const } : {})}
        >
          <span>
            {title}
            <span className="part-count">{t('happened.askedOf', asked(profile, marks, id))}</span>
          </span>
        </UnstyledButton>
      ))}
      <p className="small dim parts-note">{t('happened.marksNote')}</p>
    </nav>
  );
}
