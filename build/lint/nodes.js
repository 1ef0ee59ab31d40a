// Walking the compiler's tree, as the house's rules need it.
import { isParenthesizedExpression } from 'typescript-7/unstable/ast';

/** Every node below this one that is of the kind. */
export function nodesOf(root, isKind) {
  const found = [];
  const visit = (node) => {
    if (isKind(node)) found.push(node);
    node.forEachChild(visit);
  };
  visit(root);
  return found;
}

/** The expression without the brackets around it. */
export function bare(node) {
  return isParenthesizedExpression(node) ? bare(node.expression) : node;
}
