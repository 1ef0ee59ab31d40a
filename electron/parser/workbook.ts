// The parts of an .xlsx or .xlsm that say where its sheets, texts and date formats are. Macros are never read.
import { posix } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import { damaged, limits, tooBig } from './limits.ts';
import { dateStyles, type CellStyle } from './number-formats.ts';
import { readSharedStrings } from './shared-strings.ts';
import { attribute, XmlReader } from './xml.ts';
import { type Part, partText, type UnpackBudget, zipParts } from './zip-parts.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: Part;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly startsIn1904: boolean;
  readonly styles: readonly CellStyle[];
  readonly sharedStrings: readonly string[];
}

/** Opens a workbook from its bytes. Errors: file-damaged, file-encrypted, file-not-recognised, file-empty, file-too-big. */
export async function openWorkbook(content: Buffer, budget: UnpackBudget): Promise<Workbook> {
  const parts = await zipParts(content);
  if (parts.size === 0) throw new VaultError('file-empty');
  const main = await mainPart(parts, budget);
  const folder = posix.dirname(main.name);
  const related = await relations(parts.get(`${folder}/_rels/${posix.basename(main.name)}.rels`), folder, budget);
  const listed = listSheets(await partText(main, budget));
  const at = (target: string): Part => {
    const part = parts.get(target);
    // A part that is listed and is not there: leaving its people out would be silence.
    if (part === undefined) throw damaged('workbook-part');
    return part;
  };
  const of = (kind: string): Part | undefined => {
    const relation = [...related.values()].find(({ type }) => type.endsWith(`/${kind}`));
    return relation === undefined ? undefined : at(relation.target);
  };
  const styles = of('styles');
  return {
    sheets: listed.sheets.flatMap(({ name, hidden, relation }) => {
      const found = related.get(relation);
      if (found === undefined) throw damaged('workbook-part');
      // Charts and dialogs are sheets too, without cells.
      return found.type.endsWith('/worksheet') ? [{ name, hidden, part: at(found.target) }] : [];
    }),
    startsIn1904: listed.startsIn1904,
    styles: styles === undefined ? [] : dateStyles(await partText(styles, budget)),
    sharedStrings: await readSharedStrings(of('sharedStrings'), budget),
  };
}

/** The workbook part; a zip without one is another kind of file. */
async function mainPart(parts: ReadonlyMap<string, Part>, budget: UnpackBudget): Promise<Part> {
  const rootRelations = await relations(parts.get('_rels/.rels'), '', budget);
  const target = [...rootRelations.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target;
  const part = parts.get(target ?? 'xl/workbook.xml');
  if (part === undefined || !part.name.endsWith('.xml') || !part.name.startsWith('xl/')) {
    throw new VaultError('file-not-recognised', { found: parts.has('content.xml') ? 'open-document' : 'zip' });
  }
  return part;
}

interface Relation {
  readonly type: string;
  /** Name of the part, lower case. Never a path on disk. */
  readonly target: string;
}

async function relations(
  part: Part | undefined,
  folder: string,
  budget: UnpackBudget,
): Promise<ReadonlyMap<string, Relation>> {
  const found = new Map<string, Relation>();
  if (part === undefined) return found;
  readElements(await partText(part, budget), (name, attributes) => {
    if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
    const target = (attribute(attributes, 'Target') ?? '').toLowerCase();
    const whole = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    found.set(attribute(attributes, 'Id') ?? '', { type: attribute(attributes, 'Type') ?? '', target: whole });
  });
  return found;
}

interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

function listSheets(xml: string): { readonly sheets: readonly ListedSheet[]; readonly startsIn1904: boolean } {
  const sheets: ListedSheet[] = [];
  let startsIn1904 = false;
  readElements(xml, (name, attributes) => {
    if (name === 'workbookPr') startsIn1904 = ['1', 'true', 'on'].includes(attribute(attributes, 'date1904') ?? '');
    if (name !== 'sheet') return;
    if (sheets.length >= limits.sheets) tooBig('sheets', limits.sheets);
    const state = attribute(attributes, 'state') ?? 'visible';
    sheets.push({
      name: (attribute(attributes, 'name') ?? '').slice(0, 100),
      hidden: state !== 'visible',
      relation: attribute(attributes, 'id') ?? '',
    });
  });
  return { sheets, startsIn1904 };
}

/** Calls back for every element of a small part. */
export function readElements(xml: string, open: (name: string, attributes: string) => void): void {
  const reader = new XmlReader({ open, close: () => undefined, text: () => undefined });
  reader.write(xml);
  reader.end();
}
