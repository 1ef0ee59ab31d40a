// Which agencies of the directory fit what somebody looks for. A directory is short: it is looked through here, letter by letter.
import { foldWords } from '#shared/fold';
import type { AgencyType, PartnerAgencySummary } from '#shared/records/partner-agency';

export interface Sought {
  /** Of its name, a service or its area, in any order. */
  readonly words: string;
  /** Empty for any. */
  readonly language: string;
  readonly type: AgencyType | null;
}
export const soughtNothing: Sought = { words: '', language: '', type: null };

type Findable = Pick<PartnerAgencySummary, 'name' | 'services' | 'area' | 'languages' | 'types'>;

export function fits({ name, services, area, languages, types }: Findable, sought: Sought): boolean {
  const text = foldWords([name, ...services, area].join('\n'));
  const words = foldWords(sought.words).split(/\s+/u);
  return (
    words.every((word) => text.includes(word)) &&
    (sought.type === null || types.includes(sought.type)) &&
    (sought.language === '' || languages.some((language) => foldWords(language) === foldWords(sought.language)))
  );
}

/** Every language that some agency speaks, once. */
export function languagesOf(agencies: readonly Findable[]): string[] {
  const known = new Map(agencies.flatMap(({ languages }) => languages.map((name) => [foldWords(name), name] as const)));
  return [...known.values()].sort((one, other) => one.localeCompare(other));
}
