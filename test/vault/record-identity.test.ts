// What no save may change, tried straight in SQL: a handler with a mistake, or a hand in the database, is refused.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '../../electron/vault/database/open.ts';
import { migrate } from '../../electron/vault/database/migrate.ts';
import type { Connection } from '../../electron/vault/database/sql.ts';

const folder = mkdtempSync(join(tmpdir(), 'safehold-'));
let db: Connection;

/** One row of each kind that belongs to a survivor, and a second case to move it to. */
const rows = [
  "INSERT INTO audit_entry (seq, at, epoch, action, detail, mac) VALUES (1, 1, 1, 'test', '', zeroblob(32))",
  "INSERT INTO revision (audit_seq, record_kind, record_id, revision, body) VALUES (1, 'case-file', 'c', 1, '{}')",
  "INSERT INTO case_file (id, revision_seq, case_number, name_used, folded_name, folded_names, status, is_open, opened_on) VALUES ('c', 1, 'BBB-BBB', 'Maya', 'maya', 'maya', 'INTAKE', 1, '2026-03-02'), ('d', 1, 'CCC-CCC', 'Heron', 'heron', 'heron', 'INTAKE', 1, '2026-03-02')",
  "INSERT INTO need (id, revision_seq, case_file_id, urgency, status, is_open, due_at, house_sees) VALUES ('n', 1, 'c', 'U1', 'IDENTIFIED', 1, 1, 'words')",
  "INSERT INTO intake (id, revision_seq, case_file_id, form_version) VALUES ('i', 1, 'c', 2)",
  "INSERT INTO safety_plan (id, revision_seq, case_file_id, status, review_due_on) VALUES ('s', 1, 'c', 'ACTIVE', '2026-03-10')",
  "INSERT INTO sealed_words (id, revision_seq, case_file_id) VALUES ('w', 1, 'c')",
  "INSERT INTO sealed_opening (id, revision_seq, case_file_id) VALUES ('o', 1, 'c')",
  "INSERT INTO support_plan (id, revision_seq, case_file_id, plan_start, next_review_on) VALUES ('p', 1, 'c', '2026-03-12', '2026-04-11')",
  "INSERT INTO case_note (id, revision_seq, case_file_id, note_kind, happened_on) VALUES ('t', 1, 'c', 'NOTE', '2026-03-03')",
  "INSERT INTO staff_member (id, revision_seq, name, sign_in_name, role, slot_id) VALUES ('a', 1, 'Ana', 'ana', 'director', zeroblob(16))",
  "INSERT INTO conversation (id, revision_seq, case_file_id, started_at, started_by, ended_at) VALUES ('co', 1, 'c', 1, 'a', 2)",
  "INSERT INTO interpreter (id, revision_seq, name, folded_name, standing) VALUES ('in', 1, 'Rosa', 'rosa', 'HELD')",
  "INSERT INTO interpreter_exclusion (id, revision_seq, case_file_id, interpreter_id, conversation_id, looked_at) VALUES ('x', 1, 'c', 'in', 'co', 3)",
  "INSERT INTO task (id, revision_seq, case_file_id, for_id, given_by, due_on, is_open) VALUES ('tk', 1, 'c', 'a', 'a', '2026-03-10', 1)",
  "INSERT INTO contact_attempt (id, revision_seq, case_file_id, began_at, outcome) VALUES ('ca', 1, 'c', 1, 'REACHED')",
  "INSERT INTO attachment (id, revision_seq, case_file_id, added_at, sealed, removed_at) VALUES ('at', 1, 'c', 1, 1, 2)",
  "INSERT INTO attachment_content (id, revision_seq, case_file_id, attachment_id, blob) VALUES ('ac', 1, 'c', 'at', 'ab')",
  "INSERT INTO release (id, revision_seq, case_file_id, partner_agency_id, starts_on, expires_on, signed_on, revoked_at) VALUES ('r', 1, 'c', 'a', '2026-03-13', '2026-04-12', '2026-03-13', 5)",
  "INSERT INTO partner_agency (id, revision_seq, name, folded_name, recipient, more_recipients, earlier_recipients) VALUES ('pa', 1, 'Clinic A', 'clinic a', 'k1', 'k2 k3', 1)",
];

beforeAll(() => {
  db = createDatabase(join(folder, 'records.db'), new Uint8Array(32).fill(1), new Uint8Array(16).fill(2));
  migrate(db);
  for (const row of rows) db.exec(row);
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const tables = [
  'need',
  'intake',
  'safety_plan',
  'sealed_words',
  'sealed_opening',
  'support_plan',
  'case_note',
  'attachment',
  'attachment_content',
  'contact_attempt',
  'conversation',
  'interpreter_exclusion',
  'task',
  'release',
];

describe('a record', () => {
  it.each([
    ...tables.map((table) => `UPDATE ${table} SET case_file_id = 'd'`),
    ...[...tables, 'case_file'].map((table) => `UPDATE ${table} SET id = id || 'x'`),
    "UPDATE case_file SET case_number = 'DDD-DDD' WHERE id = 'c'",
    "UPDATE case_file SET opened_on = '2026-03-01' WHERE id = 'c'",
    'UPDATE intake SET form_version = 1',
    "UPDATE case_note SET happened_on = '2026-03-04'",
    'UPDATE conversation SET ended_at = NULL',
    "UPDATE interpreter SET id = 'other'",
    'UPDATE interpreter_exclusion SET looked_at = NULL',
    'UPDATE attachment SET removed_at = NULL',
    'UPDATE attachment SET sealed = 0',
    "UPDATE attachment_content SET blob = 'cd'",
    'UPDATE contact_attempt SET outcome = NULL',
    'UPDATE contact_attempt SET began_at = 2',
    "UPDATE release SET partner_agency_id = 'b'",
    "UPDATE release SET starts_on = '2026-03-01'",
    "UPDATE release SET expires_on = '2027-03-13'",
    'UPDATE release SET signed_on = NULL',
    'UPDATE release SET revoked_at = NULL',
    "UPDATE partner_agency SET recipient = 'k4'",
    'UPDATE partner_agency SET recipient = NULL',
    "UPDATE partner_agency SET more_recipients = 'k2'",
    "UPDATE partner_agency SET more_recipients = 'k4 k2 k3'",
    "UPDATE partner_agency SET more_recipients = 'k2 k4'",
    'UPDATE partner_agency SET earlier_recipients = 0',
    "UPDATE partner_agency SET recipient = 'k4', earlier_recipients = 3",
    'UPDATE revision SET body = \'{"changed":1}\'',
    'DELETE FROM revision',
    "UPDATE audit_entry SET action = 'nothing'",
    'DELETE FROM audit_entry',
  ])('refuses %s', (sql) => expect(() => db.exec(sql)).toThrow('immutable'));

  it.each([
    'UPDATE need SET due_at = 2',
    "UPDATE case_file SET status = 'ACTIVE'",
    'UPDATE intake SET form_version = 3',
    'UPDATE release SET used_up_at = 9',
    "UPDATE partner_agency SET more_recipients = 'k2 k3 k4'",
    "UPDATE partner_agency SET recipient = 'k2', more_recipients = 'k3 k4', earlier_recipients = 2",
  ])('lets through %s, so that the refusals above mean something', (sql) => expect(() => db.exec(sql)).not.toThrow());

  it('has at most one correction, one intake, one plan of each kind', () => {
    db.exec(
      "INSERT INTO case_note (id, revision_seq, case_file_id, note_kind, happened_on, correction_of) VALUES ('t2', 1, 'c', 'NOTE', '2026-03-03', 't')",
    );
    for (const sql of [
      "INSERT INTO case_note (id, revision_seq, case_file_id, note_kind, happened_on, correction_of) VALUES ('t3', 1, 'c', 'NOTE', '2026-03-03', 't')",
      "INSERT INTO intake (id, revision_seq, case_file_id, form_version) VALUES ('i2', 1, 'c', 1)",
      "INSERT INTO safety_plan (id, revision_seq, case_file_id, status, review_due_on) VALUES ('s2', 1, 'c', 'ACTIVE', '2026-03-10')",
      "INSERT INTO support_plan (id, revision_seq, case_file_id, plan_start, next_review_on) VALUES ('p2', 1, 'c', '2026-03-12', '2026-04-11')",
    ])
      expect(() => db.exec(sql)).toThrow(/UNIQUE/);
  });
});
