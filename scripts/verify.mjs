import { requireNode } from './lib/project.mjs';
import { runMain } from './lib/user-error.mjs';
import { verify } from './lib/verify.mjs';

// npm run verify: the checks and the tests, on a machine that has everything.

await runMain(async () => {
  requireNode();
  return await verify(process.argv.slice(2));
});
