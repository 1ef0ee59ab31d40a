// "You were writing in …": the way back to the words a lock or a power cut interrupted.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { DraftRow } from '#shared/records/draft';
import { casePath, partOfDraft } from '../../case/case-tabs.ts';
import { timeOrDay } from '../../dates.ts';
import { places } from '../../places.ts';
import { useText } from '../../text.ts';
import { Alias } from '../../ui/hers.tsx';
import { IconNext, IconPencil } from '../../ui/icons.ts';

const named = [
  'intake',
  'safety-plan',
  'support-plan',
  'case-note',
  'conversation-note',
  'conversation',
  'sealed-note',
  'case-exit',
  'case-file',
  'caller-log',
  'incident',
  'incident-change',
  'hand-over',
  'environment-check',
] as const;

/** Where the writing of what belongs to no case goes on. */
const withoutCases: Readonly<Record<string, string>> = {
  'caller-log': places.callers,
  incident: '/house/incidents/new',
  'hand-over': '/house/hand-over',
};
const pagesOfRecords: Readonly<Record<string, string>> = {
  'incident-change': '/house/incidents',
  'environment-check': '/house/checks',
};
function withoutCase({ kind, recordId }: DraftRow['target']): string {
  const page = pagesOfRecords[kind];
  return page !== undefined && recordId !== undefined
    ? `${page}/${recordId}`
    : (withoutCases[kind] ?? places.someoneNew);
}

export function ResumeBar({ draft }: { draft: DraftRow }) {
  const t = useText();
  const kind = named.find((name) => name === draft.target.kind) ?? 'other';
  const href =
    draft.of === null ? withoutCase(draft.target) : casePath(draft.of.caseFileId, partOfDraft(draft.target.kind));
  return (
    <section className="sunk-bar">
      <IconPencil size={20} aria-hidden />
      <p className="grow">
        {t('today.writingIn')}{' '}
        {draft.of && (
          <Alias
            caseFileId={draft.of.caseFileId}
            alias={draft.of.nameUsed}
            caseNumber={draft.of.caseNumber}
            size={22}
          />
        )}
        {draft.of ? ', ' : ''}
        {t('today.kept', { what: t(`today.draft.${kind}`), time: timeOrDay(draft.savedAt) })}
      </p>
      <Button
        size="compact-md"
        variant="default"
        component={Link}
        href={href}
        rightSection={<IconNext size={16} className="flip" aria-hidden />}
      >
        {t('today.goOn')}
      </Button>
    </section>
  );
}
