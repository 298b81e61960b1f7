// Usage: node tools/run.mjs <script.ts> [arguments]: the script runs on Node 24 with everything installed.
import { run } from './bootstrap.mjs';

const [script = '', ...args] = process.argv.slice(2);
await run(script, args);
