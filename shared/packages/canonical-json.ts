// JSON in exactly one spelling (RFC 8785), so that the same facts always have the same bytes, hash and signature.
// For closed schemas only: whole numbers, strings, booleans, null, arrays and objects.

export type Canonical =
  | null
  | boolean
  | number
  | string
  | readonly Canonical[]
  | { readonly [name: string]: Canonical | undefined };

/**
 * RFC 8785 text. Names are sorted by UTF-16 code units; a name whose value is undefined is left out.
 * Throws TypeError for fractions, numbers beyond ±2^53 and text with half a surrogate pair: none may be in our formats.
 */
export function canonicalJson(value: Canonical): string {
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort()
    .map((name) => `${canonicalString(name)}:${canonicalJson(value[name] ?? null)}`);
  return `{${members.join(',')}}`;
}

// Array.isArray does not narrow readonly arrays out of a union.
const isList = (value: Canonical): value is readonly Canonical[] => Array.isArray(value);

function canonicalNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError('only whole numbers have one spelling');
  return String(value === 0 ? 0 : value); // -0 is 0
}

/** ECMAScript's own escapes are the ones RFC 8785 §3.2.2.2 asks for. */
function canonicalString(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('half a surrogate pair has no bytes');
  return JSON.stringify(value);
}

/** Replaces half surrogate pairs, which people cannot type but programs can produce, by U+FFFD. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** Whether arrays and objects stand in each other deeper than `limit` in JSON text. Strings are passed over; no other rule is looked at. */
export function isDeeperThan(limit: number, text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (inString && sign === '\\') at += 1;
    else if (sign === '"') inString = !inString;
    else if (!inString && (sign === '[' || sign === '{')) depth += 1;
    else if (!inString && (sign === ']' || sign === '}')) depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}
