// A house says where it is and corrects what this program says of the law there: what is open is reckoned anew in the same act, so
// that no day on a page follows a rule that the house has put right.
import { type housePlaceOperations, placeRefusal, type StoredPlace } from '#shared/records/house-place';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { housePlaceKind, placeNow, savedPlace } from './house-place.ts';
import { reckonMattersAnew } from './legal-matter.ts';
import { saveRecord } from './record-kind.ts';
import { obey } from './revision-mark.ts';
import { reckonRequestsAnew } from './rights-request.ts';

const shown = (context: Pick<ReadContext, 'db'>): StoredPlace => ({
  ...placeNow(context),
  revision: savedPlace(context)?.revision ?? 0,
});

export const housePlaceHandlers: Handlers<typeof housePlaceOperations> = {
  get: (context) => shown(context),
  save: (context, { basedOn, ...body }) => {
    obey(placeRefusal(body));
    const id = savedPlace(context)?.id ?? context.newId();
    saveRecord(context, housePlaceKind, { id, caseFileId: null, body, expectedRevision: basedOn });
    reckonRequestsAnew(context);
    reckonMattersAnew(context);
    return shown(context);
  },
};
