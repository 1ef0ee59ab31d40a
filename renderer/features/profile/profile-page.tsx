// What happened, as far as it is recorded: what was written on the left, what follows from it on the right. Nothing asks.
import type { CaseFileId } from '#shared/ids';
import { copyWarning, opensSafetyStep, type StoredTraffickingProfile } from '#shared/records/trafficking-profile';
import { useRead } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import type { Pronouns } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Note } from '../../ui/status-words.tsx';
import { ElementsSheet } from './elements-sheet.tsx';
import { HarmGlance, IndicatorsGlance, ProtectsGlance, WorkbookGlance } from './glances.tsx';
import { SafetyFirst } from './safety-first.tsx';
import { WrittenParts } from './written-parts.tsx';
import './profile.css';

export function ProfilePage({ params }: PageProps) {
  const t = useText();
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const profile = useRead('traffickingProfile.get', { caseFileId });
  return (
    <CaseFrame caseFileId={caseFileId} part="/profile">
      {(_caseFile, pronouns) => (
        <>
          <p className="dim happened-lead">{t('happened.lead')}</p>
          {profile.error && <ErrorSentence error={profile.error} />}
          {profile.value !== undefined && (
            <Happened caseFileId={caseFileId} profile={profile.value} pronouns={pronouns} />
          )}
        </>
      )}
    </CaseFrame>
  );
}

interface HappenedProps {
  readonly caseFileId: CaseFileId;
  readonly profile: StoredTraffickingProfile | null;
  readonly pronouns: Pronouns;
}

function Happened({ caseFileId, profile, pronouns }: HappenedProps) {
  const t = useText();
  const mayNotePeople = useMay('personCausingHarm.list');
  const mayReadWorkbook = useMay('htcdsRecord.list');
  const answers = profile?.answers ?? {};
  return (
    <div className="happened">
      <div className="stack">
        {opensSafetyStep(answers) && <SafetyFirst caseFileId={caseFileId} pronouns={pronouns} />}
        {copyWarning(answers) && <Note>{t('happened.copyWarning')}</Note>}
        <WrittenParts caseFileId={caseFileId} answers={answers} />
      </div>
      <div className="stack">
        <ElementsSheet answers={answers} />
        <IndicatorsGlance caseFileId={caseFileId} answers={answers} />
        {mayNotePeople && <HarmGlance caseFileId={caseFileId} />}
        <ProtectsGlance caseFileId={caseFileId} />
        {mayReadWorkbook && <WorkbookGlance caseFileId={caseFileId} />}
      </div>
    </div>
  );
}
