// The one place where an error code becomes sentences: what happened, what is safe, what to do.
import type { WireError } from '#shared/contract/errors';
import type { ErrorWords } from '#shared/text/en/errors';
import { rules } from '#shared/text/en/rules';
import { textNamed } from '../text.ts';

export function wordsFor({ code, facts = {} }: WireError): ErrorWords {
  const part = (name: keyof ErrorWords): string => textNamed(`errors.${code}.${name}`, facts);
  const rule = code === 'rule-broken' ? String(facts['rule'] ?? '') : '';
  if (!Object.hasOwn(rules, rule)) return { happened: part('happened'), safe: part('safe'), todo: part('todo') };
  return { happened: textNamed(`rules.${rule}.happened`), safe: part('safe'), todo: textNamed(`rules.${rule}.todo`) };
}
