import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_DIR } from '../../helpers/electron-under-test';
import { lintErrors, refusedStatements, specifier } from './lint-project';
import {
  ALLOWED,
  EMPTY_ROOMS,
  imaginedFile,
  ROOM_NAMES,
  sourcePlaces,
  type Target,
  TARGETS,
} from './rooms';

interface Zone {
  readonly target: string;
}

const TARGET_NAMES = Object.keys(TARGETS) as Target[];

/** A room may always import from itself. */
function isOwn(room: string, target: Target): boolean {
  return target === room || (target === 'ports' && room === 'electron/core');
}

function isAllowed(room: string, target: Target): boolean {
  return isOwn(room, target) || (ALLOWED[room] ?? []).includes(target);
}

/** Import statements from a room to every place that exists, but to the room's own file. */
function statements(file: string, chosen: (target: Target) => boolean): string[] {
  return TARGET_NAMES.filter(chosen).flatMap((target) => {
    const path = TARGETS[target];
    return path === null || path === file ? [] : [`import '${specifier(file, path)}';`];
  });
}

describe('the rooms', () => {
  let zones: readonly Zone[] = [];

  beforeAll(async () => {
    const config = new URL('../../../eslint-zones.js', import.meta.url).href;
    zones = ((await import(config)) as { zones: () => readonly Zone[] }).zones();
  });

  it('are the ones that lint knows', () => {
    const linted = new Set(zones.map(({ target }) => target.replace(/^\.\//, '')));
    expect([...linted].sort()).toEqual([...ROOM_NAMES].sort());
  });

  it('cover every folder and file of the two sides', () => {
    expect(sourcePlaces().filter((place) => !ROOM_NAMES.includes(place))).toEqual([]);
  });

  it('hold files, but for those that are only planned', () => {
    const empty = ROOM_NAMES.filter((room) => {
      const path = join(PROJECT_DIR, room);
      return !existsSync(path) || (!room.endsWith('.ts') && readdirSync(path).length === 0);
    });
    expect(empty).toEqual(EMPTY_ROOMS);
  });

  it.each(TARGET_NAMES.filter((target) => TARGETS[target] !== null))(
    'have a file to import from in %s',
    (target) => {
      expect(existsSync(join(PROJECT_DIR, TARGETS[target] ?? ''))).toBe(true);
    },
  );
});

describe('lint', () => {
  describe.each(ROOM_NAMES)('in %s', (room) => {
    const file = imaginedFile(room);

    it('refuses every import that breaks an arrow', async () => {
      const breaking = statements(file, (target) => !isAllowed(room, target));
      expect(breaking.length).toBeGreaterThan(0);
      expect(await refusedStatements(file, breaking)).toEqual(breaking);
    });

    it('lets every import along an arrow pass', async () => {
      const following = statements(file, (target) => isAllowed(room, target));
      expect(await refusedStatements(file, following)).toEqual([]);
    });
  });

  it.each(['src/ui/Imagined.svelte', 'src/features/chart/Imagined.svelte'])(
    'holds the arrows in components too: %s',
    async (file) => {
      const room = file.startsWith('src/ui') ? 'src/ui' : 'src/features';
      const breaking = statements(file, (target) => !isAllowed(room, target));
      const following = statements(file, (target) => isAllowed(room, target));
      expect(await refusedStatements(file, breaking)).toEqual(breaking);
      expect(await refusedStatements(file, following)).toEqual([]);
    },
  );

  it('refuses a broken arrow however the import is written', async () => {
    const file = 'src/ui/imagined-service.ts';
    const path = specifier(file, TARGETS['src/state']);
    const forms = [
      `import { Desk } from '${path}';`,
      `import type { Desk as DeskType } from '${path}';`,
      `export { Desk as Exported } from '${path}';`,
      `export * from '${path}';`,
      `export const later = () => import('${path}');`,
    ];
    expect(await refusedStatements(file, forms)).toEqual(forms);
  });
});

/** Rooms where Electron may be imported. The roots of other processes are among them for its types. */
const KNOWS_ELECTRON: ReadonlySet<string> = new Set([
  'electron/main.ts',
  'electron/preload.ts',
  'electron/data-process.ts',
  'electron/list-process.ts',
  'electron/app',
  'electron/window',
  'electron/ipc',
  'electron/notify',
]);

describe('lint and packages', () => {
  const electronImports = ["import 'electron';", "import type { App } from 'electron/main';"];

  it.each(ROOM_NAMES.filter((room) => !KNOWS_ELECTRON.has(room)))(
    'keeps Electron out of %s',
    async (room) => {
      const file = imaginedFile(room);
      expect(await refusedStatements(file, electronImports)).toEqual(electronImports);
    },
  );

  it.each([...KNOWS_ELECTRON])('lets Electron into %s', async (room) => {
    expect(await refusedStatements(imaginedFile(room), ["import 'electron';"])).toEqual([]);
  });

  const chartImports = ["import 'lightweight-charts';"];

  it.each(ROOM_NAMES.filter((room) => room.startsWith('src/') && room !== 'src/chart'))(
    'keeps the charting library out of %s',
    async (room) => {
      expect(await refusedStatements(imaginedFile(room), chartImports)).toEqual(chartImports);
    },
  );

  it('lets the charting library into src/chart', async () => {
    expect(await refusedStatements('src/chart/imagined-service.ts', chartImports)).toEqual([]);
  });

  it.each(['src/shared/domain', 'src/shared/i18n'])(
    'keeps every package out of %s',
    async (room) => {
      const packages = ["import 'zod/mini';", "import 'node:fs';", "import 'svelte';"];
      expect(await refusedStatements(imaginedFile(room), packages)).toEqual(packages);
    },
  );

  it('lets the contract use zod', async () => {
    const file = 'src/shared/ipc/imagined-contract.ts';
    expect(await refusedStatements(file, ["import { z } from 'zod/mini';"])).toEqual([]);
  });
});

describe('lint and the rules of the house', () => {
  const lines = (count: number): string => `${'export {};\n'.repeat(count)}`;

  it('fails a source file of more than 400 lines', async () => {
    const file = 'src/ui/imagined-service.ts';
    expect(await lintErrors(file, lines(401))).toContain('max-lines');
    expect(await lintErrors(file, lines(400))).not.toContain('max-lines');
  });

  it('fails a component of more than 250 lines', async () => {
    const component = (count: number): string =>
      `<script lang="ts">\n${lines(count - 2)}</script>\n`;
    const file = 'src/ui/Imagined.svelte';
    expect(await lintErrors(file, component(251))).toContain('max-lines');
    expect(await lintErrors(file, component(250))).not.toContain('max-lines');
  });

  it('fails two classes in one file', async () => {
    const two = 'export class First { a = 1; }\nexport class Second { a = 1; }\n';
    expect(await lintErrors('electron/core/imagined-service.ts', two)).toContain(
      'max-classes-per-file',
    );
  });

  it('fails a function with fourteen ways through it and passes one with thirteen', async () => {
    const branching = (branches: number): string =>
      `export function f(n: number): number {\n${Array.from(
        { length: branches },
        (_, index) => `  if (n === ${index}) return ${index};`,
      ).join('\n')}\n  return n;\n}\n`;
    const file = 'electron/core/imagined-service.ts';
    expect(await lintErrors(file, branching(13))).toContain('complexity');
    expect(await lintErrors(file, branching(12))).not.toContain('complexity');
  });
});
