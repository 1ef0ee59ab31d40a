// What somebody wishes about who works with her (domain §24, story 21): asked in time, so that a colleague's leaving hands her to
// nobody she did not want. Until it is written down it was not asked.
import { z } from 'zod';
import { careTeam, opening, read, write } from '../contract/operation.ts';
import { CaseFileId } from '../ids.ts';
import { BasedOn, OfCase, RevisionMark } from './revision-mark.ts';

const written = {
  answer: z.enum(['SAID', 'DECLINED']),
  /** In her words: "a woman, please", "Lena, if she may". */
  words: z.string().trim().max(400),
};
export const WorkerWish = z.strictObject({ caseFileId: CaseFileId, ...written });
export type WorkerWish = z.output<typeof WorkerWish>;

export const StoredWorkerWish = z.strictObject({ ...WorkerWish.shape, ...RevisionMark.shape });
export type StoredWorkerWish = z.output<typeof StoredWorkerWish>;

export type WishRefusal = 'wish-empty';

export const workerWishOperations = {
  /** Null: not asked yet. */
  get: opening('facts', read(careTeam, OfCase, StoredWorkerWish.nullable())),
  /** Errors: rule-broken {rule: 'wish-empty'}, conflict. */
  save: opening(
    'facts',
    write(
      careTeam,
      ['workerWish', 'leaving'],
      z.strictObject({ ...OfCase.shape, basedOn: BasedOn, ...written }),
      StoredWorkerWish,
    ),
  ),
};
