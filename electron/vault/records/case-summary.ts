// What the case page and the house card show first, each in one call. The house card holds no story, no papers, no numbers.
import { VaultError } from '#shared/contract/errors';
import type { CaseFile, CaseSummary, StoredCaseFile } from '#shared/records/case-file';
import { isHere } from '#shared/records/case-status';
import { countsAsMinor } from '#shared/records/minority';
import { type HouseCard, HouseMind, type HouseRow } from '#shared/records/house-card';
import { cautionLines } from '#shared/records/safe-contact';
import type { ReadContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import { caseRef } from './case-ref.ts';
import { actionsOf } from './conflict-flag.ts';
import { draftRows } from './draft.ts';
import { houseNeeds } from './due-needs.ts';
import { minorityOf } from './minority.ts';
import { needsOfCase } from './need.ts';
import { PARTS_OF_OTHERS } from './one-record.ts';
import type { Stored } from './record-kind.ts';
import { hasSealedWords, mayDoWithoutAsking, safetyPlanGlance } from './safety-plan-kind.ts';
import { supportPlanGlance } from './support-plan.ts';
import { latelyOf } from './timeline.ts';

const LATELY = 6;

export function caseSummary(context: ReadContext, caseFile: StoredCaseFile): CaseSummary {
  const caseFileId = caseFile.id;
  const draft = draftRows(context).find((row) => row.target.caseFileId === caseFileId);
  return {
    caseFile,
    openNeeds: needsOfCase(context, caseFileId, 'open'),
    supportPlan: supportPlanGlance(context, caseFileId),
    safetyPlan: safetyPlanGlance(context, caseFileId),
    sealed: hasSealedWords(context, caseFileId),
    // Many services a day would hide what happened; they have a page of their own.
    lately: latelyOf(context, { caseFileId, limit: LATELY, without: ['service'] }),
    draft: draft === undefined ? null : { kind: draft.target.kind, at: draft.at, savedAt: draft.savedAt },
  };
}

interface HouseListRow extends Row {
  id: string;
  pronouns: string;
  open: number;
}

/** Who is here, by the name she uses. */
export function houseList(context: ReadContext): HouseRow[] {
  return context.db
    .all<HouseListRow>(
      `SELECT c.id AS id, json_extract(r.body, '$.pronouns') AS pronouns,
       (SELECT count(*) FROM need n WHERE n.case_file_id = c.id AND n.is_open = 1 AND n.house_sees <> 'nothing') AS open
       FROM case_file c JOIN revision r ON r.audit_seq = c.revision_seq WHERE c.status IN ('INTAKE', 'ACTIVE', 'REOPENED')
       AND c.id NOT IN (${PARTS_OF_OTHERS}) ORDER BY c.folded_name, c.id`,
    )
    .map((row) => ({ ...caseRef(context, row.id), pronouns: row.pronouns, openNeeds: row.open }));
}

/** Throws `not-found` for who only asked, moved on or is gone: house staff look after who is here. */
export function houseCard(context: ReadContext, { id, body }: Stored<CaseFile>): HouseCard {
  if (!isHere(body.status)) throw new VaultError('not-found');
  return {
    ...caseRef(context, id),
    pronouns: body.pronouns,
    languages: body.languages,
    goodToKnow: body.goodToKnow,
    identifyAs: body.safeContact.identifyAs,
    cautions: cautionLines(body.safeContact),
    mayDo: mayDoWithoutAsking(context, id),
    mind: houseMind(context, id),
    needs: houseNeeds(context, id),
  };
}

export function houseMind(context: ReadContext, id: string): HouseMind[] {
  const actions = actionsOf(context, id);
  const asFlagged = HouseMind.options.filter((one) => actions.some((action) => action === one));
  return countsAsMinor(minorityOf(context, id).standing) ? [...asFlagged, 'NO_UNRELATED_ADULTS'] : asFlagged;
}
