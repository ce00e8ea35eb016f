import { createContext } from 'svelte';
import type { Chart } from './chart.svelte';
import type { Desk } from './desk.svelte';

export const [useDesk, provideDesk] = createContext<Desk>();

/** The chart that a component stands in. */
export const [useChart, provideChart] = createContext<Chart>();
