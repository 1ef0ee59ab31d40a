// From the pronouns as the record holds them (free text, in the person's own way) to the words our sentences need.
import type { Translate } from '#shared/text/language';

export interface Pronouns {
  readonly they: string;
  readonly They: string;
  readonly them: string;
  readonly their: string;
  readonly Their: string;
}

type Known = 'she' | 'he' | 'they';

function known(recorded: string | null | undefined): Known {
  const first =
    recorded
      ?.trim()
      .toLowerCase()
      .split(/[^\p{L}]+/u)[0] ?? '';
  return first === 'she' || first === 'he' ? first : 'they';
}

/** What is not recorded, or is written in a way our sentences cannot follow, becomes "they". */
export function pronounsFor(t: Translate, recorded: string | null | undefined): Pronouns {
  const who = known(recorded);
  return {
    they: t(`pronouns.${who}.they`),
    They: t(`pronouns.${who}.They`),
    them: t(`pronouns.${who}.them`),
    their: t(`pronouns.${who}.their`),
    Their: t(`pronouns.${who}.Their`),
  };
}
