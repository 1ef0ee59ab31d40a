// House rule: SQL text is written in the source, values are bound. By types, so that only databases are looked at: a
// receiver with both `get` and `all`, or with `prepare` and `exec`, is one; a Map or a RegExp is not.
import * as ast from 'typescript-7/unstable/ast';
import { TypeFlags } from 'typescript-7/unstable/sync';
import { bare, nodesOf } from './nodes.js';

const askers = new Set(['get', 'all', 'run', 'exec', 'pragma', 'prepare']);

export const sqlIsConstant = {
  message: 'SQL text is constant: bind values with ? instead of putting them into the text.',
  breaches(source, checker) {
    return nodesOf(source, ast.isCallExpression)
      .filter((call) => askers.has(nameOf(bare(call.expression))) && call.arguments.length > 0)
      .filter((call) => isDatabase(bare(call.expression).expression, checker))
      .map((call) => call.arguments[0])
      .filter((text) => !isConstant(text, checker));
  },
};

function nameOf(callee) {
  if (ast.isPropertyAccessExpression(callee)) return callee.name.text;
  return ast.isElementAccessExpression(callee) ? bare(callee.argumentExpression).text : undefined;
}

function isDatabase(node, checker) {
  const type = checker.getTypeAtLocation(node);
  const has = (name) => type !== undefined && checker.getPropertyOfType(type, name) !== undefined;
  return (has('get') && has('all')) || (has('prepare') && has('exec'));
}

function isConstant(written, checker) {
  const node = bare(written);
  const every = (...parts) => parts.every((part) => isConstant(part, checker));
  if (ast.isNoSubstitutionTemplateLiteral(node)) return true;
  if (ast.isTemplateExpression(node)) return every(...node.templateSpans.map(({ expression }) => expression));
  if (ast.isBinaryExpression(node)) return every(node.left, node.right);
  if (ast.isConditionalExpression(node)) return every(node.whenTrue, node.whenFalse);
  if (isLiteralType(node, checker)) return true;
  const init = initOf(node, checker);
  return init !== undefined && isConstant(init, checker);
}

function isLiteralType(node, checker) {
  const type = checker.getTypeAtLocation(node);
  if (type === undefined) return false;
  const parts = type.isUnionType() ? type.getTypes() : [type];
  return parts.every(({ flags }) => (flags & (TypeFlags.StringLiteral | TypeFlags.NumberLiteral)) !== 0);
}

/** What a `const` of this name was made of. */
function initOf(node, checker) {
  const made = ast.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration?.resolve() : undefined;
  const isConst = made && ast.isVariableDeclaration(made) && (made.parent.flags & ast.NodeFlags.Const) !== 0;
  return isConst && ast.isIdentifier(made.name) ? made.initializer : undefined;
}
