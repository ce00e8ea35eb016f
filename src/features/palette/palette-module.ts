import type { Component } from 'svelte';
import type { PaletteProps } from './palette-props';

type PaletteComponent = Component<PaletteProps>;

/** What the palette is made of, a chunk of its own. */
export interface PaletteModule {
  /** Null until it is there. */
  readonly component: PaletteComponent | null;
  load(): Promise<PaletteComponent>;
}

/** Loads once, and again only where that failed. */
export function paletteModule(
  ask: () => Promise<{ readonly default: PaletteComponent }>,
): PaletteModule {
  let component: PaletteComponent | null = null;
  let loading: Promise<PaletteComponent> | null = null;
  const load = async (): Promise<PaletteComponent> => {
    try {
      const { default: loaded } = await ask();
      component = loaded;
      return loaded;
    } finally {
      loading = null;
    }
  };
  return {
    get component() {
      return component;
    },
    load: () => (component ? Promise.resolve(component) : (loading ??= load())),
  };
}

export const PALETTE = paletteModule(() => import('./CommandPalette.svelte'));
