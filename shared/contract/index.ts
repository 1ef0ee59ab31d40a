// The whole contract: one line per group. From it the client, the handlers, the wire names and the audit actions are derived.
import { backupOperations } from '../records/backup.ts';
import { caseFileOperations } from '../records/case-file.ts';
import { caseNoteOperations } from '../records/case-note.ts';
import { draftOperations } from '../records/draft.ts';
import { htcdsImportOperations } from '../records/htcds-import.ts';
import { htcdsRecordOperations } from '../records/htcds-record.ts';
import { needOperations } from '../records/need.ts';
import { releaseOperations } from '../records/release.ts';
import { sessionOperations } from '../records/session.ts';
import { staffMemberOperations } from '../records/staff-member.ts';

export const contract = {
  session: sessionOperations,
  staffMember: staffMemberOperations,
  caseFile: caseFileOperations,
  need: needOperations,
  caseNote: caseNoteOperations,
  release: releaseOperations,
  draft: draftOperations,
  backup: backupOperations,
  htcdsImport: htcdsImportOperations,
  htcdsRecord: htcdsRecordOperations,
};
export type AppContract = typeof contract;
