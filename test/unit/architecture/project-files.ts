import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_DIR } from '../../helpers/electron-under-test';

/** Written by tools, or not ours. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([
  '.git',
  '.tsbuild',
  'coverage',
  'dist',
  'node_modules',
  'out',
]);

export interface ProjectFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** The files below a folder (or one file), as paths from the project's folder. */
export function listFiles(path: string): string[] {
  return readdirSync(join(PROJECT_DIR, path), { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED_FOLDERS.has(entry.name)) return [];
    const inner = path === '.' ? entry.name : `${path}/${entry.name}`;
    return entry.isDirectory() ? listFiles(inner) : [inner];
  });
}

export function readProjectFile(path: string): ProjectFile {
  return { path, text: readFileSync(join(PROJECT_DIR, path), 'utf8') };
}

const CODE = /\.(ts|mjs|js|svelte)$/;

/** Code that ships, runs the project or tests it. */
export function codeFiles(folders: readonly string[]): ProjectFile[] {
  return folders
    .flatMap(listFiles)
    .filter((path) => CODE.test(path))
    .map(readProjectFile);
}

/** `path:line` of every line that matches. */
export function findLines(files: readonly ProjectFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );
}

/** Lines of a text that ends with a newline, as editors and lint count them. */
export function countLines(text: string): number {
  return text.replace(/\n$/, '').split('\n').length;
}
