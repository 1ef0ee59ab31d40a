// The printed sheet of a trustee: it reads back as it was written, and a slip is found in the line in which it was made.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CODE_SIGNS } from '#shared/keys/recovery-code';
import { crc16, linesOf, readShare, readShareLine, writeShare } from '#shared/keys/trustee-share';

const share = (number = 2) => ({
  number,
  set: Uint8Array.from(randomBytes(4)),
  part: Uint8Array.from(randomBytes(32)),
});
const at = (lines: readonly string[], index: number, line: string): string[] => lines.with(index, line);

describe('a sheet', () => {
  it('has five lines of four groups, and reads back as it was', () => {
    for (let round = 0; round < 100; round += 1) {
      const made = share((round % 3) + 1);
      const lines = writeShare(made);
      expect(lines).toHaveLength(5);
      for (const line of lines) expect(line).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(readShare(lines)).toEqual({ state: 'well-formed', ...made });
    }
  });

  it('may be typed small, with spaces, with O for 0 and l for 1, and comes off a picture whole', () => {
    const made = share();
    const lines = writeShare(made);
    const typed = lines.map((line) =>
      line.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l'),
    );
    expect(readShare(typed)).toMatchObject({ state: 'well-formed', number: 2 });
    expect(readShare(linesOf(`${lines.join('\n')}\n`))).toMatchObject({ state: 'well-formed' });
  });

  it('a wrong sign anywhere is noticed, and in which line', () => {
    const lines = writeShare(share());
    for (const [index, line] of lines.entries()) {
      for (let place = 0; place < line.length; place += 1) {
        if (line[place] === '-') continue;
        const other = CODE_SIGNS[(CODE_SIGNS.indexOf(line[place]!) + 7) % 32]!;
        const wrong = `${line.slice(0, place)}${other}${line.slice(place + 1)}`;
        expect(readShare(at(lines, index, wrong))).toEqual({ state: 'mistyped', line: index + 1 });
      }
    }
  });

  it('two signs changed over, and two lines changed over, are noticed', () => {
    const lines = writeShare(share());
    const plain = lines[1]!.replaceAll('-', '');
    for (let place = 0; place < plain.length - 1; place += 1) {
      if (plain[place] === plain[place + 1]) continue;
      const over = `${plain.slice(0, place)}${plain[place + 1]}${plain[place]}${plain.slice(place + 2)}`;
      expect(readShareLine(over, 1).state).toBe('mistyped');
    }
    expect(readShare([lines[1]!, lines[0]!, ...lines.slice(2)])).toEqual({ state: 'mistyped', line: 1 });
  });

  it('a line of another sheet is noticed, although it is right by itself', () => {
    const lines = writeShare(share(1));
    const others = writeShare(share(1));
    for (let index = 0; index < 5; index += 1)
      expect(readShare(at(lines, index, others[index]!)).state).toBe('mistyped');
  });

  it('says what is still missing', () => {
    const [line = ''] = writeShare(share());
    expect(readShareLine(line.slice(0, 9), 0)).toEqual({ state: 'incomplete', missing: 8 });
    expect(readShareLine(`${line}7`, 0)).toEqual({ state: 'mistyped', reason: 'too-long' });
    expect(readShareLine('U', 0)).toEqual({ state: 'mistyped', reason: 'character' });
    expect(readShare([line])).toEqual({ state: 'incomplete' });
  });

  it('uses the published checksum', () => {
    expect(crc16(new TextEncoder().encode('123456789'))).toBe(0x29b1);
  });
});
