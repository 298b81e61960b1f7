import { run } from './bootstrap.mjs';

await run('tools/test.ts', process.argv.slice(2));
