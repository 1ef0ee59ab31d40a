// Just enough XML for spreadsheets, written for hostile input: no document type, no entities but the five of XML itself,
// nothing fetched, nothing expanded, every piece bounded. Anything else is `file-damaged`.
import { damaged, limits } from './limits.ts';

export interface XmlListener {
  /** `name` without its prefix; `attributes` is the raw text between name and ">". */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Text between tags, entities resolved; may come in several pieces. */
  text(text: string): void;
}

/** Feed it text in pieces of any size; call `end` once. */
export class XmlReader {
  readonly #listener: XmlListener;
  readonly #open: string[] = [];
  #rest = '';
  #seenRoot = false;

  constructor(listener: XmlListener) {
    this.#listener = listener;
  }

  write(piece: string): void {
    const input = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    for (;;) {
      const next = this.#step(input, at);
      if (next === -1) break;
      at = next;
    }
    this.#rest = at === 0 ? input : input.slice(at);
    if (this.#rest.length > limits.xmlPiece) throw damaged('xml-piece');
  }

  /** Everything that was opened must have been closed. */
  end(): void {
    if (!NOTHING.test(this.#rest) || this.#open.length > 0 || !this.#seenRoot) throw damaged('xml-end');
  }

  /** Handles one tag or one run of text from `at`; returns where it ended, or -1 when the rest has not come yet. */
  #step(input: string, at: number): number {
    const tag = input.indexOf('<', at);
    if (tag === -1) return -1;
    if (tag > at) this.#text(input.slice(at, tag));
    const second = input.charCodeAt(tag + 1);
    if (Number.isNaN(second)) return tag === at ? -1 : tag;
    if (second === BANG || second === QUESTION) return this.#special(input, tag, at);
    const end = endOfTag(input, tag + 1);
    if (end === -1) return tag === at ? -1 : tag;
    if (second === SLASH) this.#close(input.slice(tag + 2, end));
    else this.#openTag(input, tag + 1, end);
    return end + 1;
  }

  #text(text: string): void {
    if (this.#open.length === 0) {
      if (!NOTHING.test(text)) throw damaged('xml-text');
      return;
    }
    this.#listener.text(text.includes('&') ? resolveEntities(text) : text);
  }

  #special(input: string, tag: number, at: number): number {
    const waiting = tag === at ? -1 : tag;
    if (input.startsWith('<?', tag)) return after(input, '?>', tag) ?? waiting;
    if (input.startsWith('<!--', tag)) return after(input, '-->', tag + 4) ?? waiting;
    if (input.startsWith('<![CDATA[', tag)) {
      const end = after(input, ']]>', tag);
      if (end === null) return waiting;
      if (this.#open.length === 0) throw damaged('xml-text');
      this.#listener.text(input.slice(tag + 9, end - 3));
      return end;
    }
    // Too short to tell yet, or a document type, whose entities we would have to expand.
    if ('<![CDATA['.startsWith(input.slice(tag)) || '<!--'.startsWith(input.slice(tag))) return waiting;
    throw damaged('xml-doctype');
  }

  #openTag(input: string, from: number, end: number): void {
    const isEmpty = input.charCodeAt(end - 1) === SLASH;
    const stop = isEmpty ? end - 1 : end;
    let nameEnd = from;
    while (nameEnd < stop && input.charCodeAt(nameEnd) > SPACE) nameEnd += 1;
    const name = localName(input.slice(from, nameEnd));
    if (name === '' || (this.#open.length === 0 && this.#seenRoot)) throw damaged('xml-tag');
    this.#seenRoot = true;
    const attributes = input.slice(nameEnd, stop);
    if (attributes !== '' && !ATTRIBUTES.test(attributes)) throw damaged('xml-attribute');
    this.#listener.open(name, attributes);
    if (isEmpty) this.#listener.close(name);
    else if (this.#open.push(name) > limits.xmlDepth) throw damaged('xml-depth');
  }

  #close(text: string): void {
    const name = localName(text.trim());
    if (this.#open.pop() !== name) throw damaged('xml-tag');
    this.#listener.close(name);
  }
}

/** Names with values in quotes, a space before each, no "<" in any (XML 1.0, productions 10 and 40); beyond ASCII every sign may name. */
const ATTRIBUTES =
  /^(?:[ \t\r\n]+[\w:\u0080-\uffff][\w:.\-\u0080-\uffff]*[ \t\r\n]*=[ \t\r\n]*(?:"[^"<]*"|'[^'<]*'))*[ \t\r\n]*$/;
/** What XML takes for nothing; JavaScript would take more. A byte-order mark may stand before the root. */
const NOTHING = /^\ufeff?[ \t\r\n]*$/;

const BANG = 0x21;
const QUESTION = 0x3f;
const SLASH = 0x2f;
const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const GREATER = 0x3e;
const LESS = 0x3c;

/** The ">" that ends the tag; one inside quotes is part of a value. */
function endOfTag(input: string, from: number): number {
  const near = input.indexOf('>', from);
  if (near === -1) return -1;
  let quote = 0;
  for (let at = from; at < input.length; at += 1) {
    const code = input.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === QUOTE || code === APOSTROPHE) quote = code;
    else if (code === GREATER) return at;
    else if (code === LESS) throw damaged('xml-tag');
  }
  return -1;
}

function after(input: string, mark: string, from: number): number | null {
  const at = input.indexOf(mark, from);
  return at === -1 ? null : at + mark.length;
}

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};

/** The value of an attribute in the raw text of a tag, by its name without prefix; undefined when it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(`${name}=`); at !== -1; at = attributes.indexOf(`${name}=`, at + 1)) {
    const before = attributes.charCodeAt(at - 1);
    if (at > 0 && before > SPACE && before !== 0x3a) continue;
    const quote = attributes[at + name.length + 1];
    if (quote !== '"' && quote !== "'") throw damaged('xml-attribute');
    const start = at + name.length + 2;
    const end = attributes.indexOf(quote, start);
    if (end === -1) throw damaged('xml-attribute');
    const value = attributes.slice(start, end);
    return value.includes('&') ? resolveEntities(value) : value;
  }
  return undefined;
}

const FIVE: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolveEntities(text: string): string {
  return text.replace(/&([^;&\s]{0,12})(;?)/gu, (_whole, name: string, end: string) => {
    if (end === '') throw damaged('xml-entity');
    const known = Object.hasOwn(FIVE, name) ? FIVE[name] : undefined;
    return known ?? character(name);
  });
}

function character(name: string): string {
  const match = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
  if (match === null) throw damaged('xml-entity');
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  // NUL and half surrogate pairs are no characters; the rest of what XML 1.0 forbids does no harm in text.
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);
}
