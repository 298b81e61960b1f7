import { run } from './bootstrap.mjs';

await run('tools/main.ts', process.argv.slice(2));
