import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../lib/user-error.mjs';

/** @typedef {import('./measure.mjs').Suite} Suite */

const SUITES_FOLDER = join(import.meta.dirname, 'suites');

/**
 * The suites, by name; each module of the folder is one.
 * @param {readonly string[] | null} only names of those that are wanted; null: all
 * @returns {Promise<Suite[]>}
 */
export async function loadSuites(only) {
  const files = (await readdir(SUITES_FOLDER)).filter((file) => file.endsWith('.mjs')).sort();
  /** @type {Suite[]} */
  const suites = [];
  for (const file of files) {
    suites.push(await import(pathToFileURL(join(SUITES_FOLDER, file)).href));
  }
  const unknown = only?.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined) {
    throw new UserError({
      happened: `There is no suite ${unknown}.`,
      todo: `Choose from: ${suites.map(({ name }) => name).join(', ')}.`,
    });
  }
  return suites.filter(({ name }) => only === null || only.includes(name));
}
