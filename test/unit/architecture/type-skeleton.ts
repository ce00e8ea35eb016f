import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { PROJECT_DIR } from '../../helpers/electron-under-test';

const CONFIGS = [
  'tsconfig.base.json',
  'src/shared/tsconfig.json',
  'electron/tsconfig.json',
  'src/tsconfig.json',
];

/** The smallest project that has something in each of the three rooms of types. */
const SOURCES: Readonly<Record<string, string>> = {
  'src/shared/domain/price.ts': 'export const double = (price: number): number => price * 2;\n',
  'electron/core/price-service.ts':
    "import { homedir } from 'node:os';\n" +
    "import { double } from '../../src/shared/domain/price';\n" +
    'export const told = `${homedir()} ${double(1)}`;\n',
  'src/state/price-state.ts':
    "import { double } from '../shared/domain/price';\n" +
    'export const title = (): string => `${document.title} ${double(1)}`;\n',
};

/** The project's own TypeScript configuration around a few tiny sources, in a folder of its own. */
export class TypeSkeleton {
  private folder = '';

  start(): void {
    this.folder = mkdtempSync(join(tmpdir(), 'tapeout-types-'));
    for (const config of CONFIGS) {
      mkdirSync(dirname(join(this.folder, config)), { recursive: true });
      cpSync(join(PROJECT_DIR, config), join(this.folder, config));
    }
    symlinkSync(join(PROJECT_DIR, 'node_modules'), join(this.folder, 'node_modules'), 'junction');
    for (const [path, text] of Object.entries(SOURCES)) this.write(path, text);
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Builds with one more file, which is gone afterwards. @returns the errors, a line each */
  buildWith(path: string, text: string): string[] {
    this.write(path, text);
    // The clock of the disk is coarse: a file of the same tick as the last build would count as built.
    const soon = Date.now() / 1000 + 60;
    utimesSync(join(this.folder, path), soon, soon);
    try {
      return this.build();
    } finally {
      rmSync(join(this.folder, path));
    }
  }

  /** Builds all three projects as `tsc -b` does. @returns the errors, a line each */
  build(): string[] {
    const errors: string[] = [];
    const host = ts.createSolutionBuilderHost(ts.sys, undefined, ({ code, messageText }) =>
      errors.push(`TS${code}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
    );
    const projects = ['src/shared', 'electron', 'src'].map((path) => join(this.folder, path));
    ts.createSolutionBuilder(host, projects, {}).build();
    return errors;
  }

  private write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }
}
