// The house's own rules, as a plugin of oxlint: those that need no types (types.mjs has the others).
import { disableWithReason } from './disable-with-reason.js';

/** ESLint's rule of this name, which oxlint lacks: each option is a selector and the reason that its reader will see. */
const noRestrictedSyntax = {
  meta: { type: 'problem', schema: false },
  create(context) {
    const reporting = (message) => (node) => context.report({ node, message });
    return Object.fromEntries(context.options.map(({ selector, message }) => [selector, reporting(message)]));
  },
};

export default {
  meta: { name: 'house' },
  rules: { 'disable-with-reason': disableWithReason, 'no-restricted-syntax': noRestrictedSyntax },
};
