// oxlint counts its patterns from the folder of its configuration, so this file lies here; the rules are in build/.
export { default } from './build/oxlint.config.js';
