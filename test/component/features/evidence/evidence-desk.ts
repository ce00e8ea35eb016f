import type { Component } from 'svelte';
import { ACME } from '../../../helpers/desk-sample';
import { renderUnstarted, type RenderedPane } from '../../../helpers/render-pane';
import { studyBars } from '../../../helpers/study-bars';

/** 5 March 2024, the day of `acme-a1`, among weekdays from 5 January 2015. */
export const EVENT = 2391;
const SESSIONS = 2450;

type Options = Parameters<typeof renderUnstarted>[1];

export interface EvidenceDeskOptions {
  /** Return that is added on the event's session. */
  readonly jump?: number;
  /** Sessions that the share has before the event's. */
  readonly before?: number;
  readonly simulated?: boolean;
}

/** A pane on a desk whose charted share and its index have bars. */
export async function renderEvidence(
  pane: Component<never>,
  { jump = 0, before = EVENT, simulated = false }: EvidenceDeskOptions = {},
  options: Options = {},
): Promise<RenderedPane> {
  const rendered = await renderUnstarted(pane, options);
  const { desk, data } = rendered;
  const market = studyBars({ sessions: SESSIONS, seed: 51 });
  const share = studyBars({
    ...{ sessions: SESSIONS, seed: 52, market, beta: 1, jumps: { [EVENT]: jump } },
  });
  const from = EVENT - before;
  const tail = (column: Float64Array): Float64Array => column.subarray(from);
  data.give('INDEX:^IXIC', market);
  data.give(
    ACME,
    {
      length: SESSIONS - from,
      time: tail(share.time),
      open: tail(share.open),
      high: tail(share.high),
      low: tail(share.low),
      close: tail(share.close),
      volume: tail(share.volume),
      adjustedClose: tail(share.adjustedClose),
    },
    simulated ? 'simulated' : 'csv-folder',
  );
  await desk.start();
  await desk.loadRest();
  return rendered;
}
