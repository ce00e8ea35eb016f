import { describe, expect, it } from 'vitest';
import { circlesOf, importGraph } from './import-graph';
import { codeFiles } from './project-files';

/** Files by name -> their text, in one folder. */
function circlesAmong(files: Readonly<Record<string, string>>): readonly (readonly string[])[] {
  const all = Object.entries(files).map(([name, text]) => ({ path: `src/chart/${name}`, text }));
  return circlesOf(importGraph(all)).map((circle) =>
    circle.map((path) => path.replace('src/chart/', '')),
  );
}

describe('imports', () => {
  // Lint's own rule passes over imports of types.
  it('make no circle, those of types included', () => {
    const graph = importGraph(codeFiles(['electron', 'src']));
    const arrows = [...graph.values()].reduce((sum, targets) => sum + targets.length, 0);
    expect(arrows).toBeGreaterThan(3000);
    expect(graph.get('src/app/App.svelte')).toContain('src/state/desk-context.ts');
    expect(circlesOf(graph)).toEqual([]);
  });
});

describe('a circle', () => {
  it('is found among values', () => {
    const circles = circlesAmong({
      'a.ts': "import { b } from './b';\nexport const a = () => b;",
      'b.ts': "import { a } from './a';\nexport const b = () => a;",
      'c.ts': "import { a } from './a';\nexport const c = a;",
    });
    expect(circles).toEqual([['a.ts', 'b.ts']]);
  });

  it('is found through types, components and chunks', () => {
    const circles = circlesAmong({
      'a.ts': "export const load = () => import('./B.svelte');\nexport interface A {}",
      'B.svelte':
        "<p>Isn't it</p>\n<script lang=\"ts\">\n  import type { C } from './c';\n</script>",
      'c.ts': "export type { A as C } from './a';",
    });
    expect(circles).toEqual([['B.svelte', 'a.ts', 'c.ts']]);
  });

  it('is told for itself where there are several', () => {
    const circles = circlesAmong({
      'a.ts': "import './b';\nimport './c';",
      'b.ts': "import './a';",
      'c.ts': "import './d';",
      'd.ts': "import './c';",
      'e.ts': "import './e';",
    });
    expect(circles.toSorted()).toEqual([['a.ts', 'b.ts'], ['c.ts', 'd.ts'], ['e.ts']]);
  });

  it('is not where two ways meet', () => {
    const circles = circlesAmong({
      'a.ts': "import './b';\nimport './c';",
      'b.ts': "import './d';",
      'c.ts': "import './d';",
      'd.ts': "import 'svelte';",
    });
    expect(circles).toEqual([]);
  });
});
