// One line of the history in words. An act that this program does not know is said to be one; its code is never shown.
import type { HistoryLine } from '#shared/records/audit-entry';
import { english } from '#shared/text/english';
import type { Translate } from '#shared/text/language';
import { textNamed } from '../../text.ts';

type Catalogue = 'acts' | 'asks';
type Said = Pick<HistoryLine, 'action' | 'outcome' | 'times'>;

function named(catalogue: Catalogue, action: string): string | null {
  const [group = '', operation = ''] = action.split('.');
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = english[catalogue];
  const isKnown = Object.hasOwn(words, group) && Object.hasOwn(words[group] ?? {}, operation);
  return isKnown ? textNamed(`${catalogue}.${action}`) : null;
}

/** "Wrote a note"; "Asked to look at a case", where it was refused. */
export function actWords(t: Translate, { action, outcome, times }: Said): string {
  if (outcome === 'MISSED') return t('history.missed', { count: times ?? 1 });
  const asked = outcome === 'DONE' ? null : named('asks', action);
  if (asked !== null && outcome === 'REFUSED') return t('history.asked', { act: asked });
  if (asked !== null && outcome === 'BEGUN') return t('history.beganTo', { act: asked });
  if (asked !== null && outcome === 'FAILED') return t('history.triedTo', { act: asked });
  return named('acts', action) ?? t('history.unknown');
}

/** What an entry says beside its act. */
export function besideWords(t: Translate, { outcome }: Said): string | null {
  if (outcome === 'ERASED') return t('history.erasedBodies');
  if (outcome === 'REDACTED') return t('history.redacted');
  return outcome === 'FORGOTTEN' ? t('history.forgotten') : null;
}
