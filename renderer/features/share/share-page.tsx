// Sharing in five steps: whom, what, her permission, every line read through, handed over. No step can be jumped, none overridden.
import { Button, Checkbox, Radio } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import type { FileToSend } from '#shared/records/export-package';
import { ReleaseCategory } from '#shared/records/release-categories';
import type { StoredRelease } from '#shared/records/release';
import { useRead } from '../../api/use-vault.ts';
import { AgencyWarning } from '../../case/agency-warning.tsx';
import { CaseFrame } from '../../case/case-frame.tsx';
import { casePath } from '../../case/case-tabs.ts';
import { fullDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { Path } from '../../ui/path.tsx';
import { FilesToSend } from './files-to-send.tsx';
import { GateStep } from './gate-step.tsx';
import { HandOver } from './hand-over.tsx';
import { ReadThrough } from './read-through.tsx';
import './share.css';

export function SharePage({ params }: PageProps) {
  const t = useText();
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const [step, setStep] = useState(0);
  const [release, setRelease] = useState<StoredRelease | null>(null);
  const [categories, setCategories] = useState<readonly ReleaseCategory[]>([]);
  const [files, setFiles] = useState<readonly FileToSend[]>([]);
  const [contentSha256, setContentSha256] = useState('');
  const steps = [
    t('sharing.stepWhom'),
    t('sharing.stepWhat'),
    t('sharing.stepPermission'),
    t('sharing.stepRead'),
    t('sharing.stepHand'),
  ];
  const plan = release === null ? null : { release, categories, files };
  return (
    <CaseFrame
      caseFileId={caseFileId}
      task={t('sharing.share')}
      actions={() => (
        <Button variant="subtle" component={Link} href={casePath(caseFileId)}>
          {t('sharing.stop')}
        </Button>
      )}
    >
      {(_caseFile, pronouns) => (
        <>
          <Path label={t('sharing.steps')} steps={steps} at={step} />
          {step === 0 && (
            <Whom caseFileId={caseFileId} chosen={release} onChoose={setRelease} onNext={() => setStep(1)} />
          )}
          {step === 1 && release && (
            <What
              pronouns={pronouns}
              chosen={categories}
              onChoose={(chosen) => {
                setCategories(chosen);
                setFiles(files.filter(({ category }) => chosen.includes(category)));
              }}
              files={<FilesToSend caseFileId={caseFileId} categories={categories} chosen={files} onChoose={setFiles} />}
              onNext={() => setStep(2)}
              onBack={() => setStep(0)}
            />
          )}
          {step === 2 && plan && (
            <GateStep
              plan={plan}
              pronouns={pronouns}
              onTakeOut={(left) => {
                setCategories(left);
                setFiles(files.filter(({ category }) => left.includes(category)));
              }}
              onBack={() => setStep(1)}
              onNext={() => setStep(3)}
            />
          )}
          {step === 3 && plan && (
            <ReadThrough
              plan={plan}
              onBack={() => setStep(2)}
              onNext={(sha256) => {
                setContentSha256(sha256);
                setStep(4);
              }}
            />
          )}
          {step === 4 && plan && <HandOver plan={plan} contentSha256={contentSha256} onBack={() => setStep(3)} />}
        </>
      )}
    </CaseFrame>
  );
}

interface WhomProps {
  readonly caseFileId: CaseFileId;
  readonly chosen: StoredRelease | null;
  readonly onChoose: (release: StoredRelease) => void;
  readonly onNext: () => void;
}

/** A permission names the agency and the purpose; every signed one can be tried, the check says what stands. */
function Whom({ caseFileId, chosen, onChoose, onNext }: WhomProps) {
  const t = useText();
  const releases = useRead('release.list', { caseFileId });
  const agencies = useRead('partnerAgency.list', {});
  const signed = releases.value?.filter((release) => release.signature !== null) ?? [];
  const nameOf = (id: string): string => agencies.value?.find((agency) => agency.id === id)?.name ?? '';
  if (releases.value && signed.length === 0) {
    return (
      <Sheet>
        <EmptyState
          action={
            <Button component={Link} href={casePath(caseFileId, '/consents')}>
              {t('sharing.toConsents')}
            </Button>
          }
        >
          {t('sharing.noPermission')}
        </EmptyState>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('sharing.choosePermission')}>
      <Radio.Group
        aria-label={t('sharing.choosePermission')}
        value={chosen?.id ?? ''}
        onChange={(id) => {
          const release = signed.find((one) => one.id === id);
          if (release) onChoose(release);
        }}
      >
        <div className="stack">
          {signed.map((release) => (
            <Radio
              key={release.id}
              value={release.id}
              label={`${nameOf(release.partnerAgencyId)}: ${release.purpose}`}
              description={[t('sharing.until', { date: fullDate(release.expiresOn) }), over(t, release)]
                .filter(Boolean)
                .join('. ')}
            />
          ))}
        </div>
      </Radio.Group>
      <AgencyWarning agencyId={chosen?.partnerAgencyId ?? null} />
      <div className="row share-foot">
        <Button disabled={chosen === null} onClick={onNext}>
          {t('sharing.next')}
        </Button>
      </div>
    </Sheet>
  );
}

/** Why it can be used no longer, or nothing. */
function over(t: ReturnType<typeof useText>, { state }: StoredRelease): string {
  const isOver = state === 'EXPIRED' || state === 'REVOKED' || state === 'USED_UP';
  return isOver ? t(`sharing.state.${state}`) : '';
}

interface WhatProps {
  readonly pronouns: Pronouns;
  readonly chosen: readonly ReleaseCategory[];
  readonly onChoose: (categories: readonly ReleaseCategory[]) => void;
  readonly files: ReactNode;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

function What({ chosen, onChoose, files, onNext, onBack }: WhatProps) {
  const t = useText();
  return (
    <Sheet title={t('sharing.stepWhat')}>
      <Checkbox.Group aria-label={t('sharing.stepWhat')} value={[...chosen]} onChange={(value) => onChoose(value)}>
        <div className="share-ticks">
          {ReleaseCategory.options.map((category) => (
            <Checkbox key={category} value={category} label={t(`sharing.category.${category}`)} />
          ))}
        </div>
      </Checkbox.Group>
      {files}
      <div className="row share-foot">
        <Button variant="subtle" onClick={onBack}>
          {t('shell.back')}
        </Button>
        <Button disabled={chosen.length === 0} onClick={onNext}>
          {t('sharing.next')}
        </Button>
      </div>
    </Sheet>
  );
}
