// What a sheet of paper says, before anybody chose which of its lines stay. Every line can be left out by the person it is about.
import type { CaseFileId } from '#shared/ids';
import type { OwnSheet, SheetKind } from '#shared/records/print-log';
import type { SheetLine, SheetSection } from '../../ui/paper.tsx';

/** Whose sheet, and which. */
export interface SheetProps {
  readonly caseFileId: CaseFileId;
  readonly sheet: OwnSheet;
  readonly nameUsed: string;
}

export type { SheetLine, SheetSection };

/** The lines that stay, in the order of the sheet; sections without one fall away. */
export const chosenSections = (sections: readonly SheetSection[], chosen: ReadonlySet<string>): SheetSection[] =>
  sections
    .map((section) => ({ ...section, lines: section.lines.filter(({ id }) => chosen.has(id)) }))
    .filter(({ lines }) => lines.length > 0);

export const linesOf = (sections: readonly SheetSection[]): readonly SheetLine[] =>
  sections.flatMap(({ lines }) => lines);

/** A card is made line by line; on every other sheet all lines stand until one is taken out. */
export const beginsWith = (sheet: SheetKind, sections: readonly SheetSection[]): ReadonlySet<string> =>
  new Set(sheet === 'SAFETY_CARD' ? [] : linesOf(sections).map(({ id }) => id));
