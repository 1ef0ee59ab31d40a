// The log of papers of the house: one entry a paper, never changed.
import { HousePrint, type housePaperOperations, shredOn } from '#shared/records/house-paper';
import type { Handlers } from '../router.ts';
import { listRecords, recordKind, saveRecord } from './record-kind.ts';
import { staffRef } from './revision-mark.ts';

export const housePrintKind = recordKind<HousePrint>({
  kind: 'house-print',
  schema: HousePrint,
  table: 'house_print',
  columns: (body) => ({ printed_at: body.at, shred_on: body.shredOn }),
});

export const housePaperHandlers: Handlers<typeof housePaperOperations> = {
  add: (context, { paper, lines }) => {
    const body: HousePrint = { paper, lines, at: context.now(), shredOn: shredOn(paper, context.today()) };
    saveRecord(context, housePrintKind, { id: context.newId(), caseFileId: null, body });
    return { shredOn: body.shredOn };
  },
  list: (context) =>
    listRecords(context, housePrintKind, '1 = 1 ORDER BY t.printed_at DESC, t.id DESC LIMIT 50').map(
      ({ body, savedBy }) => ({ ...body, by: staffRef(context, savedBy) }),
    ),
};
