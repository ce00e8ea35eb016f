// The part of a development Electron that loads the app folder named on the
// command line. The trial Electron comes without it, so we supply our own.
//
// It is an ES module on purpose, and awaits the import of the app's main file:
// Electron then holds back 'ready' until that file has been evaluated, so that
// calls which must come before 'ready' (registerSchemesAsPrivileged) do.
import { app as electronApp } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The calls for whoever loads an app are there, but not in Electron's types.
 * @typedef {Electron.App & { setAppPath(path: string): void, setVersion(version: string): void }} LoadingApp
 */
const app = /** @type {LoadingApp} */ (electronApp);

/** Switches whose value is the next argument, as in Electron's own default app. */
const PRELOAD_SWITCHES = new Set(['-r', '--require']);

/** @param {readonly string[]} args the arguments after the executable */
function readArguments(args) {
  /** @type {string[]} */
  const preloads = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (PRELOAD_SWITCHES.has(arg)) preloads.push(rest.shift() ?? '');
    else if (!arg.startsWith('-')) return { appPath: resolve(arg), preloads };
  }
  throw new Error('no app folder was named on the command line');
}

/**
 * @param {string} appPath a folder with a package.json, or a script
 * @returns {string} the script to run
 */
function adoptPackage(appPath) {
  const packagePath = join(appPath, 'package.json');
  if (!existsSync(packagePath)) {
    app.setAppPath(dirname(appPath));
    return appPath;
  }
  const description = JSON.parse(readFileSync(packagePath, 'utf8'));
  if (description.version) app.setVersion(description.version);
  const name = description.productName ?? description.name;
  if (name) app.setName(name);
  if (description.desktopName) app.setDesktopName(description.desktopName);
  app.setAppPath(appPath);
  return join(appPath, description.main ?? 'index.js');
}

async function runApp() {
  const { appPath, preloads } = readArguments(process.argv.slice(1));
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
  const require = Module.createRequire(join(process.cwd(), 'index.js'));
  for (const preload of preloads) require(preload);
  await import(pathToFileURL(adoptPackage(appPath)).href);
}

try {
  await runApp();
} catch (error) {
  process.stderr.write(
    `The app could not be loaded: ${error instanceof Error ? error.stack : error}\n`,
  );
  app.exit(1);
}
