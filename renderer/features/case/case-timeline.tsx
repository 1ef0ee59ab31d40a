// What happened in a case, from its first hour on, narrowed to one topic when asked. However long it is, only what is near the
// window is asked for and drawn, and the page is as long as the whole from the start.
import { NativeSelect } from '@mantine/core';
import { useRef, useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import { TimelineTopic } from '#shared/records/timeline';
import { useRead } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { useNear } from '../../ui/use-near.ts';
import { TimelineList } from './timeline-list.tsx';

/** Entries asked for at once. */
const PIECE = 50;

interface CaseTimelineProps {
  readonly caseFileId: CaseFileId;
  readonly title: string;
  readonly lead?: string;
}

export function CaseTimeline({ caseFileId, title, lead }: CaseTimelineProps) {
  const t = useText();
  const [topic, setTopic] = useState<TimelineTopic | null>(null);
  return (
    <Sheet title={title}>
      {lead !== undefined && <p className="dim lead">{lead}</p>}
      <NativeSelect
        className="timeline-topic"
        aria-label={t('cases.timelineTopic')}
        value={topic ?? ''}
        data={[
          { value: '', label: t('cases.timelineAll') },
          ...TimelineTopic.options.map((value) => ({ value, label: t(`cases.timelineTopics.${value}`) })),
        ]}
        onChange={({ currentTarget }) => setTopic(TimelineTopic.nullable().catch(null).parse(currentTarget.value))}
      />
      <Pieces key={topic} caseFileId={caseFileId} topic={topic} />
    </Sheet>
  );
}

interface Wish {
  readonly caseFileId: CaseFileId;
  readonly topic: TimelineTopic | null;
}

function Pieces(wish: Wish) {
  const t = useText();
  const first = useRead('caseFile.timeline', { ...wish, offset: 0, limit: PIECE });
  if (first.error) return <ErrorSentence error={first.error} />;
  if (!first.value) return null;
  const { entries, total } = first.value;
  if (total === 0) return <EmptyState>{t('cases.timelineNone')}</EmptyState>;
  const later = Array.from({ length: Math.ceil(total / PIECE) - 1 }, (_, at) => (at + 1) * PIECE);
  return (
    <div className="timeline-pieces">
      <TimelineList entries={entries} />
      {later.map((offset) => (
        <LaterPiece key={offset} {...wish} offset={offset} count={Math.min(PIECE, total - offset)} />
      ))}
    </div>
  );
}

function LaterPiece({ offset, count, ...wish }: Wish & { readonly offset: number; readonly count: number }) {
  const place = useRef<HTMLDivElement>(null);
  const isNear = useNear(place);
  const piece = useRead('caseFile.timeline', { ...wish, offset, limit: PIECE }, { enabled: isNear });
  return (
    <div ref={place} className="timeline-later" style={{ '--entries': count } as object} aria-busy={!piece.value}>
      {piece.error && <ErrorSentence error={piece.error} />}
      {piece.value && <TimelineList entries={piece.value.entries} />}
    </div>
  );
}
