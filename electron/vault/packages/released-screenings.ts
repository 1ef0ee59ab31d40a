// What leaves of well-being screens under MENTAL_HEALTH: the newest whole total of each kind. Never an answer, never what came out
// of ASQ or C-SSRS, never a safety step.
import { findInstrument } from '#shared/instruments/published';
import type { ReleasedRow } from '#shared/records/package';
import { releasedText } from '#shared/text/en/released';
import type { ReadContext } from '../context.ts';
import { screeningsOf } from '../records/screening.ts';

interface From {
  readonly context: Pick<ReadContext, 'db'>;
  readonly caseFileId: string;
}

export function screeningRows({ context, caseFileId }: From): ReleasedRow[] {
  const told = new Set<string>();
  return screeningsOf(context, caseFileId).flatMap(({ body }) => {
    const { instrumentId, instrumentVersion, doneOn, result, setAside } = body;
    if (result.kind !== 'total' || setAside || told.has(instrumentId)) return [];
    told.add(instrumentId);
    const name = findInstrument(instrumentId, instrumentVersion)?.name ?? instrumentId;
    return [{ label: releasedText.screen(name, doneOn), value: releasedText.total(result) }];
  });
}
