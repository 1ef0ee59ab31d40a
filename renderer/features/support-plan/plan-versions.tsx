// The versions of a plan, newest first, each beside the one before it. Read, never brought back.
import { Button, Table } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import type { StoredSupportPlan } from '#shared/records/support-plan';
import { type PlanChange, planChanges } from '#shared/records/support-plan-changes';
import { useRead } from '../../api/use-vault.ts';
import { dayAndTime, fullDate } from '../../dates.ts';
import { textNamed, useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Hers } from '../../ui/hers.tsx';
import { Sheet } from '../../ui/sheet.tsx';

export function PlanVersions({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Sheet title={t('supportPlan.versions')}>
      <Button size="compact-sm" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t('supportPlan.hideVersions') : t('supportPlan.showVersions')}
      </Button>
      {isOpen && <Versions caseFileId={caseFileId} />}
    </Sheet>
  );
}

function Versions({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const history = useRead('supportPlan.history', { caseFileId });
  if (history.error) return <ErrorSentence error={history.error} />;
  return (
    <ol className="changes" aria-label={t('supportPlan.versions')}>
      {history.value?.map((plan, at, all) => (
        <Version key={plan.revision} plan={plan} before={all[at + 1] ?? null} />
      ))}
    </ol>
  );
}

function Version({ plan, before }: { plan: StoredSupportPlan; before: StoredSupportPlan | null }) {
  const t = useText();
  const named = { number: plan.revision, when: dayAndTime(plan.savedAt) };
  const changes = planChanges(before, plan);
  return (
    <li>
      <b>
        {plan.savedBy
          ? t('supportPlan.versionBy', { ...named, name: plan.savedBy.name })
          : t('supportPlan.version', named)}
      </b>
      {before === null ? (
        <p className="small dim">{t('supportPlan.firstVersion')}</p>
      ) : (
        <SideBySide changes={changes} />
      )}
    </li>
  );
}

function SideBySide({ changes }: { changes: readonly PlanChange[] }) {
  const t = useText();
  return (
    <Table className="side-by-side" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('supportPlan.columnThen')}</Table.Th>
          <Table.Th>{t('supportPlan.columnNow')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map((change, at) => (
          <Table.Tr key={at}>
            <Table.Td>
              <Side change={change} words={change.then} missing={t('supportPlan.notThere')} />
            </Table.Td>
            <Table.Td>
              <Side change={change} words={change.now} missing={t('supportPlan.gone')} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Side({ change, words, missing }: { change: PlanChange; words: string | null; missing: string }) {
  const t = useText();
  return (
    <>
      <span className="small dim">{t(`supportPlan.changedWhat.${change.what}`)}</span>
      <br />
      {words === null ? <span className="dim">{missing}</span> : inWords[change.what](words)}
    </>
  );
}

/** Hers in her typeface; codes in the words of the page. */
const inWords: Readonly<Record<PlanChange['what'], (words: string) => ReactNode>> = {
  vision: (words) => <Hers>{words}</Hers>,
  strength: (words) => <Hers>{words}</Hers>,
  goal: (words) => <Hers>{words}</Hers>,
  step: (words) => <span dir="auto">{words}</span>,
  'goal-status': (code) => textNamed(`supportPlan.status.${code}`),
  agreed: (code) => textNamed(`supportPlan.agreedOptions.${code}`),
  copy: (code) => textNamed(`supportPlan.copyOptions.${code}`),
  review: (day) => fullDate(day),
};
