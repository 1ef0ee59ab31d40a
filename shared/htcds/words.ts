// Words that stand in a cell instead of an answer: yes and no in many spellings, and why there is no answer.
import type { AnswerState } from '../answers.ts';
import { matchKey } from './cell.ts';

const keys = (words: string): ReadonlySet<string> => new Set(words.split('|').map(matchKey));

const yesKeys = keys(
  'yes|y|true|1|x|t|ok|oui|vrai|si|sí|verdadero|sim|ja|wahr|да|так|tak|evet|نعم|ano|áno|po|oo|hai|是|はい|hiya|eny|ndiyo|haan|हाँ|هاں|بله',
);
const noKeys = keys(
  'no|n|false|0|f|non|faux|falso|não|nein|falsch|nee|нет|ні|nie|hayır|لا|ne|hindi|否|いいえ|hapana|nahi|नहीं|نہیں|خیر|não',
);
const YES_SIGNS = new Set(['✓', '✔', '☑', '☒', '✔️']);
const NO_SIGNS = new Set(['✗', '✘', '☐', '✖']);

/** Yes, no, or null for words that are neither. */
export function readYesNo(text: string): boolean | null {
  const sign = text.trim();
  if (YES_SIGNS.has(sign)) return true;
  if (NO_SIGNS.has(sign)) return false;
  const key = matchKey(text);
  return yesKeys.has(key) ? true : noKeys.has(key) ? false : null;
}

const unknownKeys = keys(
  "unknown|unk|not known|don't know|does not know|doesn't know|do not know|dk|inconnu|inconnue|ne sait pas|desconocido|desconocida|se desconoce|no sabe|no se sabe|desconhecido|desconhecida|unbekannt|неизвестно|невідомо|غير معروف|لا تعرف|لا يعرف|未知|不明",
);
const declinedKeys = keys(
  'declined|declined to say|declined to answer|refused|refused to say|refused to answer|refuses|prefers not to say|prefer not to say|prefers not to answer|prefer not to answer|does not want to say|did not want to say|would rather not say|refuse de répondre|a refusé de répondre|ne souhaite pas répondre|préfère ne pas répondre|préfère ne pas dire|prefiere no decir|prefiere no responder|no quiere decir|se negó a responder|отказ|отказалась отвечать|отказался отвечать|відмовилась відповідати|رفضت الإجابة|رفض الإجابة|تفضل عدم الإجابة|يفضل عدم الإجابة',
);
const notApplicableKeys = keys(
  'not applicable|does not apply|sans objet|non applicable|no aplica|no procede|não se aplica|nicht zutreffend|не применимо|не застосовно|لا ينطبق',
);
const notAskedKeys = keys(
  'not asked|not yet asked|to be asked|to ask|ask later|not yet|tbc|tbd|to be confirmed|pending|non demandé|à demander|no preguntado|por preguntar|لم يسأل',
);
/** "NA" alone is also a name and a country, so only spellings with a mark count. */
const NOT_APPLICABLE_SIGNS = /^n\s*[/.]\s*a\.?$/iu;
const BLANK_SIGNS = /^[\s.\-–—_…/*]+$/u;
const UNKNOWN_SIGNS = /^[\s?？؟¿]+$/u;

const LONGEST_WORDS = 60;

/**
 * The state that a cell states in words, or null when it says something else. A dash or dots are a way to leave a cell
 * empty: NOT_ASKED, never "no". Works on the whole cell only: a sentence that contains "unknown" is a sentence.
 */
export function readStateWord(text: string): Exclude<AnswerState, 'ANSWERED' | 'WITHHELD_FOR_SAFETY'> | null {
  if (text.length > LONGEST_WORDS) return null;
  if (BLANK_SIGNS.test(text)) return 'NOT_ASKED';
  if (UNKNOWN_SIGNS.test(text)) return 'UNKNOWN';
  if (NOT_APPLICABLE_SIGNS.test(text.trim())) return 'NOT_APPLICABLE';
  const key = matchKey(text);
  if (unknownKeys.has(key)) return 'UNKNOWN';
  if (declinedKeys.has(key)) return 'DECLINED';
  if (notApplicableKeys.has(key)) return 'NOT_APPLICABLE';
  return notAskedKeys.has(key) ? 'NOT_ASKED' : null;
}
