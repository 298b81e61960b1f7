import { run } from './bootstrap.mjs';
import { programFlags } from './node-flags.mjs';

await run('tools/main.ts', process.argv.slice(2), programFlags);
