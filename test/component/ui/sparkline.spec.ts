import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '../../../src/ui/base.css';
import Sparkline from '../../../src/ui/Sparkline.svelte';

async function draw(values: readonly number[]): Promise<{ path: string; colour: string }> {
  const { container } = await render(Sparkline, {
    values: Float32Array.from(values),
    width: 60,
    height: 20,
  });
  const svg = container.querySelector('svg');
  const path = container.querySelector('path')?.getAttribute('d') ?? '';
  return { path, colour: svg ? getComputedStyle(svg).stroke : '' };
}

describe('a small line', () => {
  // 1.5 px stay free at each edge: three points stand at x 1.5, 30 and 58.5, the lowest value at
  // y 18.5, the highest at 1.5, the middle one half way.
  it('runs from edge to edge, the lowest value at the bottom', async () => {
    expect((await draw([1, 3, 2])).path).toBe('M1.5 18.5L30.0 1.5L58.5 10.0');
  });

  it('runs through the middle where nothing moves', async () => {
    expect((await draw([7, 7])).path).toBe('M1.5 10.0L58.5 10.0');
  });

  it.each([[[]], [[5]]])('draws nothing of %o', async (values) => {
    expect((await draw(values)).path).toBe('');
  });

  it('has the colour of its own way from first to last', async () => {
    const rises = await draw([1, 0, 2]);
    const falls = await draw([2, 3, 1]);
    expect(rises.colour).not.toBe(falls.colour);
    expect((await draw([1, 9, 1])).colour).toBe(rises.colour);
  });
});
