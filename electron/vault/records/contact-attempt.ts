// Contact attempts: judged by her safe contact as it stands at that moment, kept before anybody dials.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import {
  ContactAttempt,
  type contactAttemptOperations,
  type StoredContactAttempt,
} from '#shared/records/contact-attempt';
import { redReasons, type SafeContact } from '#shared/records/safe-contact';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { loadCase } from './case-file.ts';
import { caseRef } from './case-ref.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { revisionMark } from './revision-mark.ts';

export const contactAttemptKind = recordKind<ContactAttempt>({
  kind: 'contact-attempt',
  schema: ContactAttempt,
  table: 'contact_attempt',
  columns: (body) => ({ case_file_id: body.caseFileId, began_at: body.beganAt, outcome: body.outcome }),
});

export const contactAttemptHandlers: Handlers<typeof contactAttemptOperations> = {
  begin: (context, { caseFileId, way, value, override }) => {
    const isRed = isRedWay(loadCase(context, caseFileId).body.safeContact, way, value);
    if (isRed && override === null) throw new VaultError('rule-broken', { rule: 'contact-not-agreed' });
    const body: ContactAttempt = {
      caseFileId,
      way,
      beganAt: context.now(),
      override: isRed ? override : null,
      outcome: null,
    };
    const record = { id: context.newId(), caseFileId, body, expectedRevision: 0 };
    return asStored(context, saveRecord(context, contactAttemptKind, record));
  },
  end: (context, { attemptId, basedOn, outcome }) => {
    const { body } = loadRecord(context, contactAttemptKind, attemptId);
    if (body.outcome !== null) throw new VaultError('rule-broken', { rule: 'contact-ended' });
    const record = {
      id: attemptId,
      caseFileId: body.caseFileId,
      body: { ...body, outcome },
      expectedRevision: basedOn,
    };
    return asStored(context, saveRecord(context, contactAttemptKind, record));
  },
  list: (context, { caseFileId, offset, limit }) => {
    caseRef(context, caseFileId);
    const page = 't.case_file_id = ? ORDER BY t.began_at DESC, t.id DESC LIMIT ? OFFSET ?';
    const attempts = listRecords(context, contactAttemptKind, page, [caseFileId, limit, offset]);
    const count = 'SELECT count(*) AS n FROM contact_attempt WHERE case_file_id = ?';
    const total = context.db.get<{ n: number }>(count, [caseFileId])?.n ?? 0;
    return { attempts: attempts.map((stored) => asStored(context, stored)), total };
  },
};

/** Of two entries for one number the careful one counts; a way nobody agreed on is not known, which is a no. */
function isRedWay(contact: SafeContact, way: ContactAttempt['way'], value: string): boolean {
  const agreed = contact.methods.filter((method) => method.way === way && method.value === value);
  return agreed.length === 0 || agreed.some((method) => redReasons(contact, method).length > 0);
}

const asStored = (context: ReadContext, stored: Stored<ContactAttempt>): StoredContactAttempt => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});
