// The five lines of one trustee's sheet, each judged while it is typed. A picture that was scanned fills them all at once.
import { TextInput } from '@mantine/core';
import type { ClipboardEvent } from 'react';
import { LINE_SIGNS, linesOf, readShare, readShareLine, SHARE_LINES } from '#shared/keys/trustee-share';
import { useText } from '../text.ts';
import { Note, Ok, Stop } from '../ui/status-words.tsx';

export const noLines: readonly string[] = Array.from({ length: SHARE_LINES }, () => '');

/** Whether all five lines stand and are of one sheet. */
export const isWhole = (lines: readonly string[]): boolean => readShare(lines).state === 'well-formed';

interface SheetFieldsProps {
  readonly id: string;
  readonly label: string;
  readonly lines: readonly string[];
  readonly onLines: (lines: readonly string[]) => void;
}

export function SheetFields({ id, label, lines, onLines }: SheetFieldsProps) {
  const t = useText();
  const reading = readShare(lines);
  const type = (index: number, typed: string): void => onLines(lines.map((line, at) => (at === index ? typed : line)));
  const paste = (event: ClipboardEvent): void => {
    const pasted = linesOf(event.clipboardData.getData('text'));
    if (pasted.length !== SHARE_LINES) return;
    event.preventDefault();
    onLines(pasted);
  };
  return (
    <fieldset className="sheet-fields">
      <legend>{label}</legend>
      {lines.map((line, index) => (
        <div key={index} className="code-field">
          <TextInput
            id={`${id}-${index + 1}`}
            className="code-in"
            aria-label={`${label}, ${t('trustees.line', { number: index + 1 })}`}
            placeholder={t('trustees.line', { number: index + 1 })}
            value={line}
            onChange={(event) => type(index, event.currentTarget.value)}
            onPaste={paste}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            dir="ltr"
          />
          <div role="status" className="code-verdict">
            <Judged line={line} index={index} />
          </div>
        </div>
      ))}
      <div role="status">
        {reading.state === 'well-formed' && <Ok>{t('trustees.sheetRight', { number: reading.number })}</Ok>}
        {reading.state === 'mistyped' && reading.line === null && <Stop>{t('trustees.sheetNotOne')}</Stop>}
      </div>
    </fieldset>
  );
}

const slips = {
  character: 'trustees.lineSign',
  'too-long': 'trustees.lineLong',
  checksum: 'trustees.lineSlip',
} as const;

function Judged({ line, index }: { line: string; index: number }) {
  const t = useText();
  const reading = readShareLine(line, index);
  const number = index + 1;
  if (reading.state === 'mistyped') return <Stop>{t(slips[reading.reason], { number })}</Stop>;
  if (reading.state === 'well-formed') return <Ok>{t('trustees.lineRight', { number })}</Ok>;
  const count = LINE_SIGNS - reading.missing;
  return count === 0 ? null : <Note>{t('trustees.lineSoFar', { count })}</Note>;
}
