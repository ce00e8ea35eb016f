import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TypeSkeleton } from './type-skeleton';

/** A build of the whole skeleton takes a second or two. */
const BUILD_TIMEOUT_MS = 60_000;

interface Break {
  readonly what: string;
  readonly path: string;
  readonly text: string;
  /** What the compiler must complain about. */
  readonly complaint: RegExp;
}

const NO_SUCH_NAME = /^TS(2304|2584): Cannot find name '(document|window|HTMLElement)'/;
const NO_SUCH_NODE = /^TS(2304|2580|2591): Cannot find name '(process|Buffer)'/;
const NO_SUCH_MODULE = /^TS(2307|2591): Cannot find (module|name) 'node:/;
const NOT_OF_THIS_PROJECT = /^TS(6059|6307): File '.*' is not (listed within|under)/;

const BREAKS: readonly Break[] = [
  {
    what: 'the DOM in src/shared',
    path: 'src/shared/domain/broken.ts',
    text: 'export const title = document.title;\n',
    complaint: NO_SUCH_NAME,
  },
  {
    what: 'Node in src/shared',
    path: 'src/shared/domain/broken.ts',
    text: 'export const path = process.cwd();\n',
    complaint: NO_SUCH_NODE,
  },
  {
    what: "one of Node's modules in src/shared",
    path: 'src/shared/domain/broken.ts',
    text: "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
    complaint: NO_SUCH_MODULE,
  },
  {
    what: 'the DOM in electron',
    path: 'electron/core/broken.ts',
    text: 'export const root: HTMLElement = document.body;\n',
    complaint: NO_SUCH_NAME,
  },
  {
    what: 'Node in src',
    path: 'src/state/broken.ts',
    text: 'export const bytes = Buffer.alloc(process.argv.length);\n',
    complaint: NO_SUCH_NODE,
  },
  {
    what: 'the page in electron',
    path: 'electron/core/broken.ts',
    text: "import { title } from '../../src/state/price-state';\nexport const shown = title;\n",
    complaint: NOT_OF_THIS_PROJECT,
  },
  {
    what: 'electron in the page',
    path: 'src/state/broken.ts',
    text: "import { told } from '../../electron/core/price-service';\nexport const shown = told;\n",
    complaint: NOT_OF_THIS_PROJECT,
  },
  {
    what: 'the page in src/shared',
    path: 'src/shared/domain/broken.ts',
    text: "import { title } from '../../state/price-state';\nexport const shown = title;\n",
    complaint: NOT_OF_THIS_PROJECT,
  },
];

describe('TypeScript', () => {
  const skeleton = new TypeSkeleton();
  beforeAll(() => skeleton.start());
  afterAll(() => skeleton.dispose());

  it('passes sources that keep the arrows', { timeout: BUILD_TIMEOUT_MS }, () => {
    expect(skeleton.build()).toEqual([]);
  });

  it.each(BREAKS)('refuses $what', { timeout: BUILD_TIMEOUT_MS }, ({ path, text, complaint }) => {
    const errors = skeleton.buildWith(path, text);
    expect(errors).toContainEqual(expect.stringMatching(complaint));
  });

  it('passes again once the broken file is gone', { timeout: BUILD_TIMEOUT_MS }, () => {
    expect(skeleton.build()).toEqual([]);
  });
});
