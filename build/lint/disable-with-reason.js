// Local rule: whoever switches a rule off says why, after two dashes, so that a reviewer can judge it.
export const disableWithReason = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { bare: 'Say why, after two dashes: // eslint-disable-next-line some-rule -- the reason' },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const text = comment.value.trim();
          if (/^eslint-disable/.test(text) && !/\s--\s+\S/.test(text)) {
            context.report({ loc: comment.loc, messageId: 'bare' });
          }
        }
      },
    };
  },
};
