// Local rule: SQL text is written in the source, values are bound. Type-aware, so that only databases are looked at: a
// receiver with both `get` and `all`, or with `prepare`, is one; a Map or a RegExp is not.
import { ESLintUtils } from '@typescript-eslint/utils';
import ts from 'typescript';

const askers = new Set(['get', 'all', 'run', 'exec', 'pragma', 'prepare']);

export const sqlIsConstant = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { built: 'SQL text is constant: bind values with ? instead of putting them into the text.' },
  },
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const isDatabase = (node) => {
      const type = services.getTypeAtLocation(node);
      const has = (name) => type.getProperty(name) !== undefined;
      return (has('get') && has('all')) || (has('prepare') && has('exec'));
    };
    const isLiteralType = (node) => {
      const type = services.getTypeAtLocation(node);
      const parts = type.isUnion() ? type.types : [type];
      return parts.every((part) => (part.flags & (ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral)) !== 0);
    };
    const initOf = (node) => {
      const found = variablesAt(context, node).find((variable) => variable.name === node.name)?.defs[0];
      return found?.parent?.kind === 'const' ? found.node.init : undefined;
    };
    const isConstant = (node) => {
      switch (node.type) {
        case 'TemplateLiteral':
          return node.expressions.every(isConstant);
        case 'BinaryExpression':
          return isConstant(node.left) && isConstant(node.right);
        case 'ConditionalExpression':
          return isConstant(node.consequent) && isConstant(node.alternate);
        case 'Identifier': {
          const init = initOf(node);
          return isLiteralType(node) || (init !== undefined && init !== null && isConstant(init));
        }
        default:
          return isLiteralType(node);
      }
    };
    return {
      'CallExpression[callee.type="MemberExpression"]'(node) {
        const [text] = node.arguments;
        if (text === undefined || !askers.has(nameOf(node.callee)) || !isDatabase(node.callee.object)) return;
        if (!isConstant(text)) context.report({ node: text, messageId: 'built' });
      },
    };
  },
};

const nameOf = ({ computed, property }) => (computed ? property.value : property.name);

/** Every variable visible at a node, the nearest scope first. */
function variablesAt(context, node) {
  const variables = [];
  for (let scope = context.sourceCode.getScope(node); scope; scope = scope.upper) variables.push(...scope.variables);
  return variables;
}
