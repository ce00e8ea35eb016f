import { installChromium } from './lib/chromium.mjs';
import { prepare } from './lib/prepare.mjs';
import { runMain } from './lib/user-error.mjs';
import { verify } from './lib/verify.mjs';

// npm test: brings what is missing, then runs every check and every test.
// npm test -- --only unit, npm test -- test/unit/some.spec.ts: those tests alone.

await runMain(async () => {
  await prepare({ forTests: true });
  await installChromium();
  return await verify(process.argv.slice(2));
});
