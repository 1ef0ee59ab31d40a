// The house's two rules that need types, over the whole project, with the native compiler (README, "Lint is oxlint").
// Finds in the folder it is started in, prints one line for each find, and fails if there was one.
import { relative, resolve } from 'node:path';
import { API } from 'typescript-7/unstable/sync';
import { resultIsUsed } from './result-is-used.js';
import { sqlIsConstant } from './sql-is-constant.js';

const rules = [
  { name: 'house/result-is-used', rule: resultIsUsed, covers: () => true },
  { name: 'house/sql-is-constant', rule: sqlIsConstant, covers: hasSql },
];
// sql.ts passes text on; record-kind.ts, renew-search.ts and renew-facts.ts build it from the names a kind declares in the source,
// attached-copy.ts and put-rows.ts from the names of the tables that are there; never from values.
const buildsSql =
  /^electron\/vault\/(database\/(sql|migrate|open|attached-copy|put-rows)|records\/(record-kind|renew-search|renew-facts))\.ts$/;

const api = new API({ cwd: process.cwd() });
const config = resolve('build/tsconfig.lint.json');
const project = api.updateSnapshot({ openProject: config }).getProject(config);
if (!project) throw new Error(`The compiler did not open ${config}.`);
const found = project.rootFiles.filter((file) => !file.endsWith('.d.ts')).flatMap(findsIn);
api.close();
process.stdout.write(found.map((line) => `${line}\n`).join(''));
process.exitCode = found.length === 0 ? 0 : 1;

function findsIn(path) {
  const file = relative(process.cwd(), path).replaceAll('\\', '/');
  const source = project.program.getSourceFile(path);
  if (!source) throw new Error(`The compiler did not read ${file}.`);
  return rules
    .filter(({ covers }) => covers(file))
    .flatMap(({ name, rule }) =>
      rule
        .breaches(source, project.checker)
        .map((node) => `${file}:${place(source, node)}: ${rule.message} [Error/${name}]`),
    );
}

function place(source, node) {
  const before = source.text.slice(0, node.getStart(source)).split('\n');
  return `${before.length}:${before.at(-1).length + 1}`;
}

function hasSql(file) {
  return /^electron\/(vault|parser)\//.test(file) && !buildsSql.test(file);
}
