import type { MarketMode } from '../../../src/shared/domain/market/market-status';

/** What the command line asked for. */
export interface MarketLaunch {
  /** Absolute path. */
  readonly barsFolder: string | null;
  readonly offline: boolean;
}

export interface MarketKnowledge {
  readonly launch: MarketLaunch;
  /** The folder that was chosen in the dialog last. */
  readonly rememberedFolder: string | null;
  readonly realBarsEverStored: boolean;
}

export interface MarketDecision {
  readonly mode: MarketMode;
  readonly unasked: boolean;
}

/** What to show at the start. A folder named on the command line counts more than `--offline`. */
export function decideAtStart(known: MarketKnowledge): MarketDecision {
  if (known.launch.barsFolder === null && known.launch.offline) {
    return { mode: 'simulated', unasked: false };
  }
  if (known.launch.barsFolder !== null || known.rememberedFolder !== null) {
    return { mode: 'bars-folder', unasked: false };
  }
  return decideWithoutFolder(known.realBarsEverStored);
}

/** Where no folder can be read: nothing is simulated unasked once real bars were ever stored. */
export function decideWithoutFolder(realBarsEverStored: boolean): MarketDecision {
  return realBarsEverStored
    ? { mode: 'live', unasked: false }
    : { mode: 'simulated', unasked: true };
}
