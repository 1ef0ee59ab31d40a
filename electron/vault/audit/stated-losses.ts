// What a salvage has said is missing (salvage/README.md): each is a revision of one record, under an id that no other record can have.
// Asked before the chain is walked; the walk then proves these bodies like all others.
import { SALVAGE_RECORD, SalvageBody } from '#shared/records/salvage';
import type { ReadableDb } from '../database/sql.ts';

export interface StatedLosses {
  /** Entries that do not follow the one before them: what the MAC of each alone was, in hex. */
  readonly breaks: ReadonlyMap<number, string>;
  /** Entries whose bodies are lost. */
  readonly bodies: ReadonlySet<number>;
  /** Records whose words are kept without facts, because what they belong to is lost. */
  readonly apart: ReadonlySet<string>;
  /** Entries of weight whose signatures are lost, and keys that it made known itself. */
  readonly signatures: ReadonlySet<number>;
}

export function salvagesIn(db: ReadableDb): SalvageBody[] {
  return db
    .all<{ body: string }>('SELECT body FROM revision WHERE record_id = ? AND body IS NOT NULL ORDER BY revision', [
      SALVAGE_RECORD,
    ])
    .map(({ body }) => SalvageBody.parse(JSON.parse(body)));
}

export function statedLosses(db: ReadableDb): StatedLosses {
  const said = salvagesIn(db);
  return {
    breaks: new Map(said.flatMap(({ breaks }) => breaks.map(({ before, attest }) => [before, attest] as const))),
    bodies: new Set(said.flatMap(({ lostBodies }) => lostBodies)),
    apart: new Set(said.flatMap(({ apart }) => apart)),
    signatures: new Set(said.flatMap(({ signaturesLost }) => signaturesLost)),
  };
}
