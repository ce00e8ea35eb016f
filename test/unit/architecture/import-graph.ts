import { posix } from 'node:path';
import ts from 'typescript';
import type { ProjectFile } from './project-files';

/** File -> the files among the given ones that it imports: values, types and chunks of their own. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

export function importGraph(files: readonly ProjectFile[]): ImportGraph {
  const known = new Set(files.map(({ path }) => path));
  return new Map(
    files.map(({ path, text }) => [
      path,
      importsOf(path, text).flatMap((specifier) => {
        if (!specifier.startsWith('.')) return [];
        const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
        return [target, `${target}.ts`].filter((candidate) => known.has(candidate));
      }),
    ]),
  );
}

/** The files that import each other in a circle, each circle once, its files in order of their names. */
export function circlesOf(graph: ImportGraph): readonly (readonly string[])[] {
  const circles: (readonly string[])[] = [];
  const order = new Map<string, number>();
  const open: string[] = [];
  /** @returns the earliest open file that can be reached; Tarjan, 1972 */
  const visit = (path: string): number => {
    const own = order.size;
    order.set(path, own);
    const depth = open.push(path) - 1;
    let earliest = own;
    for (const target of graph.get(path) ?? []) {
      const known = order.get(target);
      if (known === undefined) earliest = Math.min(earliest, visit(target));
      else if (open.includes(target)) earliest = Math.min(earliest, known);
    }
    if (earliest === own) {
      const reached = open.splice(depth);
      const isCircle = reached.length > 1 || graph.get(path)?.includes(path) === true;
      if (isCircle) circles.push(reached.sort());
    }
    return earliest;
  };
  for (const path of graph.keys()) if (!order.has(path)) visit(path);
  return circles;
}

function importsOf(path: string, text: string): readonly string[] {
  const code = path.endsWith('.svelte') ? scriptsOf(text) : text;
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
}

function scriptsOf(component: string): string {
  const scripts = component.matchAll(/<script[^>]*>(.*?)<\/script>/gs);
  return Array.from(scripts, ([, code]) => code).join('\n');
}
