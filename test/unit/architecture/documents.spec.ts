import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../../helpers/electron-under-test';
import { codeFiles, listFiles, readProjectFile } from './project-files';

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...listFiles('docs').filter((path) => path.endsWith('.md')),
];

/** What a path of the project begins with; anything else in code font is no path. */
const TOP =
  /^(electron|src|assets|test|scripts|docs|\.ci)\/|^(README|CONTRIBUTING|CHANGELOG)\.md$|^LICENSE$|^(electron|eslint|svelte|vitest|tsconfig|package)[\w.-]*\.(ts|js|json|yml)$/;

/** `<feature>-handlers.ts`, `NAME.json` and patterns stand for many files. */
const PLACEHOLDER = /[<>*{}…]|\bNAME\b|\bDIR\b|\.\.\./;

/** Folders that tests and builds make. */
const MADE = /^(dist|out|node_modules)\b/;

function withoutFences(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, '');
}

/** Paths in code font, without a line number or an anchor behind them. */
function namedPaths(text: string): string[] {
  return [...withoutFences(text).matchAll(/`([^`\n]+)`/g)]
    .map(([, name = '']) => name.trim().replace(/[:#].*$/, ''))
    .filter((name) => !name.includes(' ') && TOP.test(name))
    .filter((name) => !PLACEHOLDER.test(name) && !MADE.test(name));
}

/** Targets of links that stay in the project. */
function linkedPaths(path: string, text: string): string[] {
  return [...withoutFences(text).matchAll(/\]\(([^)\s]+)\)|<img[^>]+src="([^"]+)"/g)]
    .map(([, link, image]) => link ?? image ?? '')
    .filter((target) => target !== '' && !/^([a-z]+:|#)/.test(target))
    .map((target) => normalize(join(dirname(path), target.replace(/#.*$/, ''))));
}

describe.each(DOCUMENTS)('%s', (document) => {
  it('is there', () => {
    expect(existsSync(join(PROJECT_DIR, document))).toBe(true);
  });

  const text = existsSync(join(PROJECT_DIR, document))
    ? readFileSync(join(PROJECT_DIR, document), 'utf8')
    : '';

  it('names only files and folders that exist', () => {
    const missing = [...namedPaths(text), ...linkedPaths(document, text)].filter(
      (path) => !existsSync(join(PROJECT_DIR, path)),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  it('leaves no blank to be filled in', () => {
    const blanks = withoutFences(text)
      .replace(/`[^`\n]*`/g, '')
      .match(/\b[A-Z]{2,}_[A-Z_]+\b/g);
    expect(blanks ?? []).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(readProjectFile('package.json').text) as {
      scripts: Record<string, string>;
    };
    const named = [...text.matchAll(/npm (?:run ([\w-]+)|(start|test)\b)/g)].map(
      ([, run, short]) => run ?? short ?? '',
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  const { text } = readProjectFile('docs/architecture.md');
  const tree = /```\n([\s\S]*?)```/.exec(text)?.[1] ?? '';

  it('draws a tree of folders that exist', () => {
    expect(treePaths(tree).length).toBeGreaterThan(20);
    expect(treePaths(tree).filter((path) => !existsSync(join(PROJECT_DIR, path)))).toEqual([]);
  });
});

/** The paths of an indented tree: two spaces for each level, the rest of a line explains. */
function treePaths(tree: string): string[] {
  const parents: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', name = ''] = /^( *)(\S+)/.exec(line) ?? [];
    if (name === '') return [];
    const level = indent.length / 2;
    parents.length = level;
    parents[level] = name.replace(/\/$/, '');
    return [parents.join('/')];
  });
}

describe('docs/dependencies.md', () => {
  const { text } = readProjectFile('docs/dependencies.md');
  const manifest = JSON.parse(readProjectFile('package.json').text) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };

  it('has a line for every runtime dependency', () => {
    const unexplained = Object.keys(manifest.dependencies).filter(
      (name) => !text.includes(`\`${name}\``),
    );
    expect(unexplained).toEqual([]);
  });

  it('has a line for every package that is bundled into the app', () => {
    const imports = codeFiles(['electron', 'src']).flatMap(({ text: code }) =>
      [...code.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"./\s][^'"\s]*)['"]/g)].map(
        ([, specifier = '']) => packageName(specifier),
      ),
    );
    const bundled = [...new Set(imports)].filter(
      (name) => name !== 'electron' && !name.startsWith('node:'),
    );
    expect(bundled.length).toBeGreaterThan(3);
    expect(bundled.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('pins every version exactly', () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
