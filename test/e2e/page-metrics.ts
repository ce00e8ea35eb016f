import type { CDPSession, Page } from 'playwright-core';

/** What a page holds on to, right after its garbage was collected. */
export interface PageMetrics {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Reads them through the browser's own protocol. */
export async function openMetrics(page: Page): Promise<() => Promise<PageMetrics>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  return async () => {
    // Once for what is garbage, and again for what only that garbage held.
    for (let round = 0; round < 3; round += 1) {
      await session.send('HeapProfiler.collectGarbage');
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
    const { metrics } = await session.send('Performance.getMetrics');
    const read = (name: string): number =>
      metrics.find((metric) => metric.name === name)?.value ?? 0;
    return {
      heapBytes: read('JSHeapUsedSize'),
      nodes: read('Nodes'),
      listeners: read('JSEventListeners'),
    };
  };
}

/** How much more of each there is than before. */
export type Growth = PageMetrics;

export function growth(before: PageMetrics, after: PageMetrics): Growth {
  return {
    heapBytes: after.heapBytes - before.heapBytes,
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
  };
}
