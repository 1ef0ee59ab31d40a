// Judges what the proofs found against what is asked of them (proofs.mjs), and writes it as a table. Nothing here runs anything.

/** What must hold of a figure, as it is written in proofs.mjs: `≥ 50`, `≤ 1`, `0.2–1.5`, or the number itself. */
export function holds(asked, number) {
  if (number === undefined) return false;
  const [, sign, first, last] = /^(≥ |≤ )?([\d.]+)(?:–([\d.]+))?$/.exec(asked) ?? [];
  if (first === undefined) throw new Error(`proofs.mjs asks for "${asked}"`);
  if (last !== undefined) return number >= Number(first) && number <= Number(last);
  if (sign === '≥ ') return number >= Number(first);
  return sign === '≤ ' ? number <= Number(first) : number === Number(first);
}

/** All lines of one claim and side (`found` or `control`) in one: a name that was said again is added up. */
function sum(lines, id, side) {
  const all = {};
  for (const line of lines.filter(({ claim }) => claim === id))
    for (const [name, number] of Object.entries(line[side] ?? {})) all[name] = (all[name] ?? 0) + number;
  return all;
}

/** The names of `asked` that `found` does not satisfy, each with what was found instead. */
const unmet = (asked, found) =>
  Object.entries(asked)
    .filter(([name, figure]) => !holds(figure, found[name]))
    .map(([name, figure]) => `${name}: asked ${figure}, found ${found[name] ?? 'nothing'}`);

/**
 * One claim: `verdict` is "pass", "FAIL" or "not built", `why` says what is missing.
 * `files` tells of each test file whether every test in it passed; one that is not in it was not run to its end.
 */
export function judge(proof, lines, files) {
  const [found, control] = [sum(lines, proof.id, 'found'), sum(lines, proof.id, 'control')];
  const why = [
    ...proof.files.filter((file) => files[file] !== true).map((file) => `${file} did not pass`),
    ...unmet(proof.figures, found),
    ...unmet(proof.control.figures, control).map((text) => `control: ${text}`),
  ];
  const verdict = proof.notBuilt ? 'not built' : why.length === 0 ? 'pass' : 'FAIL';
  return {
    id: proof.id,
    claim: proof.claim,
    asked: proof.figures,
    found,
    controlled: proof.control,
    control,
    verdict,
    why,
  };
}

const rounded = (number) =>
  (Math.abs(number) >= 100 ? Math.round(number) : Math.round(number * 100) / 100).toLocaleString('en-GB');
const askedWords = (figures) =>
  Object.entries(figures)
    .map(([name, figure]) => `${name} ${figure.replace(/\d{5,}/, (digits) => Number(digits).toLocaleString('en-GB'))}`)
    .join(', ');
const foundWords = (asked, found) =>
  Object.keys(asked)
    .map((name) => `${name} ${found[name] === undefined ? '–' : rounded(found[name])}`)
    .join(', ');

/** The judged claims as a markdown table; `padded`, so that it reads on a terminal as well. */
export function tableOf(judged, proofs, { padded }) {
  const rows = judged.map(({ id, claim, asked, found, controlled, control, verdict }) => {
    const { notBuilt } = proofs.find((proof) => proof.id === id);
    return [
      id,
      claim,
      askedWords(asked),
      `${controlled.says}: ${foundWords(controlled.figures, control)}`,
      foundWords(asked, found),
      notBuilt ? `not built: ${notBuilt}` : verdict,
    ];
  });
  return asTable([['', 'claim', 'asked', 'control, which must find something', 'found', 'verdict'], ...rows], padded);
}

function asTable(rows, padded) {
  const longest = (column) => Math.max(3, ...rows.map((row) => row[column].length));
  const widths = rows[0].map((_, column) => (padded ? longest(column) : 3));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const [head, ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
