import { installSystemLibraries } from './install-system-libraries.mjs';
import { installPackages } from './packages.mjs';
import { requireNode } from './project.mjs';
import { needsVirtualDisplay } from './virtual-display.mjs';

/**
 * Brings what a checkout needs before anything of it can run.
 * @param {{ forTests: boolean }} use
 */
export async function prepare({ forTests }) {
  requireNode();
  await installPackages();
  await installSystemLibraries({ forTests, virtualDisplay: needsVirtualDisplay() });
}
