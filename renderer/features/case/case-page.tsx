// The case at a glance: how to reach her, what is needed, her plan in her words, what happened lately.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import type { CaseSummary } from '#shared/records/case-file';
import { useRead } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { LookAgain } from '../../case/look-again.tsx';
import { KeptFor } from '../../case/kept-for.tsx';
import { NightsHere } from '../../case/nights-here.tsx';
import { HoldBar } from '../../case/hold-bar.tsx';
import { CASE_PATH, casePath, partOfDraft } from '../../case/case-tabs.ts';
import { daysUntil, fullDate, timeOrDay } from '../../dates.ts';
import { isBuilt } from '../../places.ts';
import type { Pronouns } from '../../pronouns.ts';
import type { PageProps } from '../../route.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Hers } from '../../ui/hers.tsx';
import { IconNote, IconPencil, IconPrint, IconShare } from '../../ui/icons.ts';
import { Sealed } from '../../ui/sealed.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { FactsPage } from './facts-page.tsx';
import { GoodToKnow } from './good-to-know.tsx';
import { HouseCardPage } from './house-card.tsx';
import { NeedRows } from './need-rows.tsx';
import { Reach } from './reach.tsx';
import { TimelineList } from './timeline-list.tsx';
import { Under18 } from './under-18.tsx';
import { AskingBar } from './where-it-stands.tsx';
import './case-page.css';

export function CasePage({ params }: PageProps) {
  const mayRead = useMay('caseFile.summary');
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const mayReadFacts = useMay('caseFile.get');
  if (mayRead) return <Summary caseFileId={caseFileId} />;
  return mayReadFacts ? <FactsPage caseFileId={caseFileId} /> : <HouseCardPage caseFileId={caseFileId} />;
}

function Summary({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const summary = useRead('caseFile.summary', { caseFileId });
  return (
    <CaseFrame
      caseFileId={caseFileId}
      part=""
      actions={() => (
        <>
          <Button
            variant="default"
            component={Link}
            href={casePath(caseFileId, '/prints')}
            leftSection={<IconPrint size={18} aria-hidden />}
          >
            {t('cases.print')}
          </Button>
          {isBuilt(`${CASE_PATH}/share`) && (
            <Button
              variant="default"
              component={Link}
              href={casePath(caseFileId, '/share')}
              leftSection={<IconShare size={18} aria-hidden />}
            >
              {t('cases.share')}
            </Button>
          )}
          <Button
            component={Link}
            href={casePath(caseFileId, '/notes')}
            leftSection={<IconNote size={18} aria-hidden />}
          >
            {t('cases.addNote')}
          </Button>
        </>
      )}
    >
      {(caseFile, pronouns) => (
        <>
          {summary.error && <ErrorSentence error={summary.error} />}
          {summary.value?.draft && <Resume caseFileId={caseFileId} draft={summary.value.draft} />}
          <AskingBar caseFile={caseFile} />
          <HoldBar caseFile={caseFile} />
          <Under18 caseFileId={caseFileId} pronouns={pronouns} />
          <Reach caseFileId={caseFileId} contact={caseFile.safeContact} pronouns={pronouns} />
          {summary.value && <Columns summary={summary.value} pronouns={pronouns} />}
        </>
      )}
    </CaseFrame>
  );
}

function Resume({ caseFileId, draft }: { caseFileId: string; draft: NonNullable<CaseSummary['draft']> }) {
  const t = useText();
  return (
    <section className="sunk-bar">
      <IconPencil size={20} aria-hidden />
      <p className="grow">{t('cases.draftHere', { time: timeOrDay(draft.savedAt) })}</p>
      <Button size="compact-md" variant="default" component={Link} href={casePath(caseFileId, partOfDraft(draft.kind))}>
        {t('cases.goOn')}
      </Button>
    </section>
  );
}

function Columns({ summary, pronouns }: { summary: CaseSummary; pronouns: Pronouns }) {
  const t = useText();
  const { caseFile } = summary;
  return (
    <div className="case-grid">
      <div className="stack">
        <Sheet
          flush
          title={t('needs.title')}
          end={
            <Link href={casePath(caseFile.id, '/needs')}>{t('needs.openIn', { count: summary.openNeeds.length })}</Link>
          }
        >
          {summary.openNeeds.length === 0 ? (
            <EmptyState
              action={
                <Button size="compact-md" variant="default" component={Link} href={casePath(caseFile.id, '/needs')}>
                  {t('needs.add')}
                </Button>
              }
            >
              {t('needs.noneHere', pronouns)}
            </EmptyState>
          ) : (
            <NeedRows needs={summary.openNeeds.slice(0, 4)} pronouns={pronouns} />
          )}
        </Sheet>
        {summary.sealed && <Sealed thing={t('cases.safeWords')} />}
        <GoodToKnow lines={caseFile.goodToKnow} />
        <NightsHere caseFileId={caseFile.id} />
        <KeptFor caseFileId={caseFile.id} />
      </div>
      <PlanSheet summary={summary} pronouns={pronouns} />
      <Sheet title={t('cases.lately')} end={<Link href={casePath(caseFile.id, '/notes')}>{t('cases.allNotes')}</Link>}>
        <TimelineList entries={summary.lately} />
      </Sheet>
    </div>
  );
}

function PlanSheet({ summary, pronouns }: { summary: CaseSummary; pronouns: Pronouns }) {
  const t = useText();
  const { supportPlan, safetyPlan, caseFile } = summary;
  const goals =
    supportPlan?.goals.filter((goal) => !['CHANGED', 'DROPPED_BY_SURVIVOR', 'ACHIEVED'].includes(goal.status)) ?? [];
  return (
    <Sheet
      className="plan-sheet"
      title={t('cases.planTitle', pronouns)}
      end={supportPlan ? <Review dueOn={supportPlan.nextReviewOn} words="reviewOn" /> : undefined}
    >
      {supportPlan === null ? (
        <EmptyState
          action={
            isBuilt(`${CASE_PATH}/plan`) && (
              <Button size="compact-md" variant="default" component={Link} href={casePath(caseFile.id, '/plan')}>
                {t('cases.beginPlan')}
              </Button>
            )
          }
        >
          {t('cases.noPlan', pronouns)}
        </EmptyState>
      ) : (
        <p className="vision">
          {supportPlan.vision === '' ? (
            <span className="dim">{t('cases.noVision', pronouns)}</span>
          ) : (
            <Hers quote size="xl">
              {supportPlan.vision}
            </Hers>
          )}
        </p>
      )}
      <ul className="goal-list">
        {goals.map((goal) => (
          <li key={goal.id}>
            {goal.proposedBy === 'SURVIVOR' || goal.assentedOn !== null ? (
              <Hers quote size="md">
                {goal.survivorWording}
              </Hers>
            ) : (
              <span dir="auto">{goal.survivorWording}</span>
            )}
            <ul className="step-list">
              {goal.steps
                .filter((step) => step.status === 'OPEN')
                .slice(0, 3)
                .map((step) => (
                  <li key={step.id} dir="auto">
                    {step.what}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      <p className="plan-foot">
        <span className="grow">
          <b>{t('cases.safetyPlan')}</b>{' '}
          {safetyPlan ? (
            <Review dueOn={safetyPlan.reviewDueOn} words="lookAgain" />
          ) : (
            <span className="dim">{t('cases.noSafetyPlan')}</span>
          )}
        </span>
        {isBuilt(`${CASE_PATH}/safety-plan`) && (
          <Link href={casePath(caseFile.id, '/safety-plan')}>
            {safetyPlan ? t('cases.openPlan') : t('cases.beginSafetyPlan')}
          </Link>
        )}
      </p>
    </Sheet>
  );
}

/** A day ahead is said in passing; once it has come it is lit. */
function Review({ dueOn, words }: { dueOn: string; words: 'reviewOn' | 'lookAgain' }) {
  const t = useText();
  return daysUntil(dueOn) > 0 ? t(`cases.${words}`, { date: fullDate(dueOn) }) : <LookAgain dueOn={dueOn} />;
}
