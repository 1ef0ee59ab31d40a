// The safety plan as it is read by those who do not write it: how it stands, and what was said in each part, in the words that
// were used. What is sealed stays sealed, and a part without words is left out.
import type { Answer, Answers } from '#shared/answers';
import { ListItem } from '#shared/forms/check-answers';
import type { FormSection } from '#shared/forms/form-definition';
import { findForm } from '#shared/forms/published';
import type { CaseFileId } from '#shared/ids';
import type { CourtPart, StoredSafetyPlan } from '#shared/records/safety-plan';
import { risksDiffer } from '#shared/records/safety-plan-rules';
import { useRead } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { LookAgain } from '../../case/look-again.tsx';
import { fullDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Hers } from '../../ui/hers.tsx';
import { Sealed } from '../../ui/sealed.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import { EarlierVersions } from './earlier-versions.tsx';

export function ReadPlan({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const found = useRead('safetyPlan.get', { caseFileId });
  return (
    <CaseFrame caseFileId={caseFileId} part="/safety-plan">
      {(_caseFile, pronouns) => (
        <>
          {found.error && <ErrorSentence error={found.error} />}
          {found.value?.plan === null && <EmptyState>{t('safetyPlan.none')}</EmptyState>}
          {found.value?.plan && (
            <div className="two-columns">
              <div className="stack">
                <Said formVersion={found.value.plan.formVersion} answers={found.value.plan.answers} />
              </div>
              <div className="stack">
                <Standing plan={found.value.plan} pronouns={pronouns} />
                {found.value.sealed && <Sealed thing={t('safetyPlan.sealedThing')} />}
                <EarlierVersions caseFileId={caseFileId} />
              </div>
            </div>
          )}
        </>
      )}
    </CaseFrame>
  );
}

/** What a legal advocate reads: the part about court, police and offices, and whether the plan is in use. */
export function ReadCourtPart({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const found = useRead('safetyPlan.courtPart', { caseFileId });
  return (
    <CaseFrame caseFileId={caseFileId} part="/safety-plan">
      {() => (
        <div className="stack">
          <p className="dim">{t('safetyPlan.courtOnly')}</p>
          {found.error && <ErrorSentence error={found.error} />}
          {found.value?.part === null && <EmptyState>{t('safetyPlan.none')}</EmptyState>}
          {found.value?.part && <Court part={found.value.part} />}
        </div>
      )}
    </CaseFrame>
  );
}

function Court({ part }: { part: CourtPart }) {
  const t = useText();
  return (
    <>
      {part.status === 'DRAFT' && <Note>{t('safetyPlan.notInUse')}</Note>}
      <Said formVersion={part.formVersion} answers={part.answers} />
    </>
  );
}

function Said({ formVersion, answers }: { formVersion: number; answers: Answers }) {
  const t = useText();
  const sections = findForm('safety-plan', formVersion)?.sections ?? [];
  const written = sections.filter(({ questions }) => questions.some(({ id }) => linesOf(answers[id]).length > 0));
  if (written.length === 0) return <EmptyState>{t('safetyPlan.nothingSaid')}</EmptyState>;
  return written.map((section) => <SaidIn key={section.id} section={section} answers={answers} />);
}

function SaidIn({ section, answers }: { section: FormSection; answers: Answers }) {
  const t = useText();
  const title = section.letter ? `${section.letter}. ${section.title}` : section.title;
  return (
    <Sheet title={title}>
      <div className="stack">
        {section.questions.map(({ id, label }) => {
          const lines = linesOf(answers[id]);
          if (lines.length === 0) return null;
          return (
            <div key={id}>
              <p className="field-label">{label}</p>
              <ul className="plan-lines">
                {lines.map(({ words, who }) => (
                  <li key={words}>
                    <Hers>{words}</Hers>
                    {who && <span className="small dim"> {t(`forms.who${who}`)}</span>}
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </Sheet>
  );
}

/** The lines of an answer; none when it was not answered. */
function linesOf(answer: Answer | undefined): readonly ListItem[] {
  if (answer?.state !== 'ANSWERED') return [];
  if (typeof answer.value === 'string') return [{ words: answer.value }];
  const lines = ListItem.array().safeParse(answer.value);
  return lines.success ? lines.data : [];
}

function Standing({ plan, pronouns }: { plan: StoredSafetyPlan; pronouns: Pronouns }) {
  const t = useText();
  const { stage, riskLevelSurvivor: hers, riskLevelWorker: workers, riskFlags, triggers, status } = plan;
  const open = t('safetyPlan.open');
  return (
    <Sheet title={t('safetyPlan.howItStands')}>
      <div className="stack">
        <LookAgain dueOn={plan.reviewDueOn} />
        {status === 'DRAFT' && <Note>{t('safetyPlan.notInUse')}</Note>}
        <dl className="plan-facts">
          <dt>{t('safetyPlan.stage')}</dt>
          <dd>{stage === null ? open : t(`safetyPlan.stages.${stage}`)}</dd>
          <dt>{t(pronouns.they === 'they' ? 'safetyPlan.riskHers' : 'safetyPlan.riskHersShe', pronouns)}</dt>
          <dd>{hers === null ? open : t(`safetyPlan.risks.${hers}`)}</dd>
          <dt>{t('safetyPlan.riskTheWorker')}</dt>
          <dd>{workers === null ? open : t(`safetyPlan.risks.${workers}`)}</dd>
        </dl>
        {risksDiffer(plan) && <Note>{t('safetyPlan.differRead')}</Note>}
        {riskFlags.length > 0 && (
          <div>
            <p className="field-label">{t('safetyPlan.flags')}</p>
            <ul className="plan-lines">
              {riskFlags.map((flag) => (
                <li key={flag}>{t(`safetyPlan.flagNames.${flag}`)}</li>
              ))}
            </ul>
          </div>
        )}
        {triggers.map(({ trigger, on }) => (
          <p key={`${trigger}${on}`}>
            {t(`safetyPlan.triggers.${trigger}`)} <span className="small dim">{fullDate(on)}</span>
          </p>
        ))}
      </div>
    </Sheet>
  );
}
