// House rule: an operation's Result says whether it worked; a call whose Result nobody looks at hides a failure.
// `void` before the call says that somebody else looks (a hook that keeps the answer in its state).
import { isAwaitExpression, isCallExpression, isExpressionStatement } from 'typescript-7/unstable/ast';
import { bare, nodesOf } from './nodes.js';

export const resultIsUsed = {
  message: 'This call answers with a Result: look at `ok`, or the failure is swallowed.',
  breaches(source, checker) {
    const calls = nodesOf(source, isExpressionStatement)
      .map(({ expression }) => bare(expression))
      .filter((node) => isCallExpression(node) || isAwaitExpression(node));
    if (calls.length === 0) return [];
    const types = checker.getTypeAtLocation(calls);
    return calls.filter((_, index) => isResult(types[index], checker));
  },
};

// The same few types come back thousands of times.
const known = new Map();

function isResult(type, checker) {
  if (type === undefined) return false;
  if (!known.has(type.id)) known.set(type.id, looksLikeResult(awaited(type, checker), checker));
  return known.get(type.id);
}

function looksLikeResult(type, checker) {
  const parts = type.isUnionType() ? type.getTypes() : [];
  return parts.length > 1 && parts.every((part) => checker.getPropertyOfType(part, 'ok') !== undefined);
}

function awaited(type, checker) {
  if (!type.isTypeReference() || !/^Promise(Like)?$/.test(type.getSymbol()?.name ?? '')) return type;
  return checker.getTypeArguments(type)[0] ?? type;
}
