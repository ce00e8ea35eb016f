import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeFiles, countLines, findLines, listFiles, readProjectFile } from './project-files';

const sources = codeFiles(['electron', 'src', 'scripts']);
const everything = codeFiles(['electron', 'src', 'scripts', 'test']);

const names = (files: readonly { path: string }[]): string[] => files.map(({ path }) => path);

describe('source files', () => {
  it('are there to be looked at', () => {
    expect(sources.length).toBeGreaterThan(150);
  });

  it('have at most 400 lines, components 250', () => {
    const long = everything.filter(
      ({ path, text }) => countLines(text) > (path.endsWith('.svelte') ? 250 : 400),
    );
    expect(names(long)).toEqual([]);
  });

  it('leave at most 200 lines to the composition root', () => {
    expect(countLines(readProjectFile('electron/main.ts').text)).toBeLessThanOrEqual(200);
  });

  it('leave nothing for later', () => {
    expect(findLines(everything, /\b(TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b/)).toEqual([]);
  });

  it('are no barrels', () => {
    const barrels = everything.filter(({ path, text }) => {
      const statements = text
        .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        .split(';')
        .map((statement) => statement.trim())
        .filter((statement) => statement !== '');
      const onlyPassesOn = statements.every((statement) =>
        /^export\s+(type\s+)?(\*|\{[^}]*\})[^;]*\bfrom\b/.test(statement),
      );
      return basename(path).startsWith('index.') || (statements.length > 0 && onlyPassesOn);
    });
    expect(names(barrels)).toEqual([]);
  });

  it('have no name that could mean anything', () => {
    const vague = /^(utils?|helpers?|common|misc|shared|functions|constants|types)\./;
    expect(names(everything.filter(({ path }) => vague.test(basename(path))))).toEqual([]);
  });

  it('call no interface with a leading I', () => {
    expect(findLines(everything, /^\s*(export\s+)?(interface|type) I[A-Z][a-z]\w*[\s<={]/)).toEqual(
      [],
    );
  });

  it('say why where they switch a check off', () => {
    const silenced =
      /@ts-(ignore|expect-error|nocheck)|eslint-disable|prettier-ignore|svelte-ignore|v8 ignore/;
    const silent = everything.flatMap(({ path, text }) => {
      const lines = text.split('\n');
      return lines.flatMap((line, index) => {
        if (path.startsWith('test/unit/architecture/') || !silenced.test(line)) return [];
        return isExplained(line, lines[index - 1] ?? '') ? [] : [`${path}:${index + 1}`];
      });
    });
    expect(silent).toEqual([]);
  });

  it('never switch the compiler off', () => {
    expect(findLines(everything, /@ts-(ignor[e]|nochec[k])/)).toEqual([]);
  });
});

/** A reason stands behind two dashes, or as a comment of its own on the line above. */
function isExplained(line: string, above: string): boolean {
  return /\s--\s+\S{2,}/.test(line) || /^\s*(\/\/|<!--|\*|\/\*)\s*\S.*\s\S/.test(above);
}

describe('file names', () => {
  const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const PASCAL = /^([A-Z][a-z0-9]*)+$/;

  it('are kebab-case for code', () => {
    const stems = everything
      .filter(({ path }) => !path.endsWith('.svelte'))
      .map(({ path }) => ({
        path,
        stem: basename(path).replace(/(\.(spec|svelte|config|d))?\.(ts|mjs|js)$/, ''),
      }));
    expect(names(stems.filter(({ stem }) => !KEBAB.test(stem)))).toEqual([]);
  });

  it('are PascalCase for components', () => {
    const components = everything.filter(({ path }) => path.endsWith('.svelte'));
    const odd = components.filter(({ path }) => !PASCAL.test(basename(path, '.svelte')));
    expect(names(odd)).toEqual([]);
  });

  it('use runes only in modules that say so', () => {
    const runes = /(?<![\w.'"`])\$(state|derived|effect)(\.\w+)?[(<]/;
    const modules = sources.filter(
      ({ path }) => path.startsWith('src/') && path.endsWith('.ts') && !path.endsWith('.svelte.ts'),
    );
    expect(findLines(modules, runes)).toEqual([]);
  });

  it('end in .spec.ts for tests, below a folder of their kind', () => {
    const kinds = /^test\/(unit|store|contract|component|e2e|soak)\//;
    const tests = listFiles('test').filter((path) => /\.(spec|test)\./.test(path));
    expect(tests.filter((path) => !kinds.test(path) || !path.endsWith('.spec.ts'))).toEqual([]);
  });
});
