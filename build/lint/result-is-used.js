// Local rule: an operation's Result says whether it worked; a call whose Result nobody looks at hides a failure.
// `void` before the call says that somebody else looks (a hook that keeps the answer in its state).
import { ESLintUtils } from '@typescript-eslint/utils';

export const resultIsUsed = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { dropped: 'This call answers with a Result: look at `ok`, or the failure is swallowed.' },
  },
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const checker = services.program.getTypeChecker();
    const isResult = (node) => {
      const type = services.getTypeAtLocation(node);
      const awaited = checker.getAwaitedType(type) ?? type;
      return awaited.isUnion() && awaited.types.length > 1 && awaited.types.every((part) => part.getProperty('ok'));
    };
    return {
      ExpressionStatement({ expression }) {
        if (/^(Call|Await)Expression$/.test(expression.type) && isResult(expression)) {
          context.report({ node: expression, messageId: 'dropped' });
        }
      },
    };
  },
};
