// Brings a vault to today's schema: numbered migrations hold table changes only and are frozen once released;
// views and triggers are code, kept in schema/*.sql and rebuilt after the migrations.
import { VaultError } from '#shared/contract/errors';
import type { Connection } from './sql.ts';

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true });
const schemaFiles = import.meta.glob<string>('./schema/*.sql', { query: '?raw', import: 'default', eager: true });

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** All migrations in order, 1…n without a gap. */
export const migrations: readonly Migration[] = Object.entries(files)
  .map(([path, sql]) => {
    const name = path.split('/').at(-1) ?? '';
    return { number: Number(name.slice(0, 4)), name, sql };
  })
  .sort((a, b) => a.number - b.number);

export const newestSchema = migrations.length;

/** True when opening this vault will change its schema (the caller copies the file first). */
export function needsMigration(db: Connection): boolean {
  return versionOf(db) < newestSchema;
}

/**
 * Runs what is missing in one transaction, and then, if anything was missing, `renew`: what is derived from records by code.
 * Throws `vault-from-the-future` when the vault was written by a newer Safehold; nothing is changed then.
 */
export function migrate(db: Connection, renew: () => void = () => undefined): void {
  const version = versionOf(db);
  if (version > newestSchema) throw new VaultError('vault-from-the-future');
  if (migrations.some((migration, index) => migration.number !== index + 1)) throw new VaultError('internal');
  db.transaction(() => {
    dropDerived(db);
    for (const migration of migrations.slice(version)) db.exec(migration.sql);
    for (const [, sql] of Object.entries(schemaFiles).sort()) db.exec(sql);
    if (version > 0 && version < newestSchema) renew();
    db.pragma(`user_version = ${newestSchema}`);
    if (db.all('PRAGMA foreign_key_check').length > 0) throw new VaultError('vault-damaged');
  });
}

/** The schema as text, one statement after another: committed as schema.sql and re-derived by a test. */
export function schemaText(db: Connection): string {
  const rows = db.all<{ sql: string }>(
    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search_index_%' ORDER BY type, name",
  );
  return `${rows.map((row) => `${row.sql};`).join('\n\n')}\n`;
}

function versionOf(db: Connection): number {
  return Number(db.pragma('user_version') ?? 0);
}

/** A database that is being filled with rows of another one has neither views nor triggers until it is whole; `migrate` makes them. */
export function dropDerived(db: Connection): void {
  const derived = db.all<{ type: string; name: string }>(
    "SELECT type, name FROM sqlite_master WHERE type IN ('view', 'trigger')",
  );
  for (const { type, name } of derived) db.exec(`DROP ${type} "${name}"`);
}
