// What is about to be shared: under which permission, and how much of what it allows.
import type { FileToSend } from '#shared/records/export-package';
import type { ReleaseCategory } from '#shared/records/release-categories';
import type { StoredRelease } from '#shared/records/release';

export interface Plan {
  readonly release: StoredRelease;
  readonly categories: readonly ReleaseCategory[];
  readonly files: readonly FileToSend[];
}
