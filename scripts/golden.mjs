import { installChromium } from './lib/chromium.mjs';
import { prepare } from './lib/prepare.mjs';
import { runMain } from './lib/user-error.mjs';
import { verify } from './lib/verify.mjs';

// npm run golden: stores what the chart draws now as the pictures that its tests compare with.
// Look at what changed in test/fixtures/golden before you commit it.

await runMain(async () => {
  await prepare({ forTests: true });
  await installChromium();
  process.env['TAPEOUT_GOLDEN'] = 'update';
  return await verify(['test/component/chart/golden']);
});
