import { readdirSync } from 'node:fs';
import { extname, sep } from 'node:path';

/** Where the page lives. The scheme is registered as standard, so that this is also its origin. */
export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'tapeout';
export const PAGE_ORIGIN = `${PAGE_SCHEME}://${PAGE_HOST}`;
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/index.html`;

export interface PageFile {
  readonly path: string;
  readonly contentType: string;
}

/** Whole addresses, as Chromium writes them, to files. What is not in it does not exist. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Lists the built page once, at start. No address is ever turned into a path: an address is looked
 * up whole, so there is nothing to escape from. Links and files of other types are left out.
 *
 * @throws when the folder cannot be read or holds no page: the installation is broken then
 */
export function listPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>();
  addFolder(folder, PAGE_ORIGIN, files);
  if (!files.has(PAGE_ADDRESS)) throw new Error('the page is missing');
  return files;
}

function addFolder(folder: string, address: string, files: Map<string, PageFile>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}${sep}${entry.name}`;
    const entryAddress = `${address}/${encodeURIComponent(entry.name)}`;
    const contentType = CONTENT_TYPES[extname(entry.name)];
    if (entry.isDirectory()) addFolder(path, entryAddress, files);
    else if (entry.isFile() && contentType) files.set(entryAddress, { path, contentType });
  }
}
