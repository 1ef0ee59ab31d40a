// One command builds every process into out/. `node build/build.mjs [main|preload|vault|parser|renderer …]` builds only those;
// `benchmark` is built when it is named, and never else.
import { build } from 'vite';
import { builds, extraBuilds } from './vite.mjs';

const wanted = process.argv.slice(2);
const begun = performance.now();
const chosen =
  wanted.length === 0 ? builds() : [...builds(), ...extraBuilds()].filter(([name]) => wanted.includes(name));
await Promise.all(chosen.map(([, config]) => build(config)));
const seconds = ((performance.now() - begun) / 1000).toFixed(1);
console.log(`Built ${chosen.map(([name]) => name).join(', ')} in ${seconds} s.`);
