import type { HandOver } from './hand-over';
import { wantedSettings } from './launch-request';

/** What a second start of the app may change in the one that runs. */
export interface TakeOverParts {
  readonly settings: { override(wanted: ReturnType<typeof wantedSettings>): unknown };
  readonly market: { visitBarsFolder(folder: string): void; startSimulation(): void };
  /** Brings the window to the user. */
  readonly show: () => void;
}

/** Does what a second start of the app wanted. */
export function takeOver(wishes: HandOver, { settings, market, show }: TakeOverParts): void {
  settings.override(wantedSettings(wishes));
  if (wishes.barsFolder !== null) market.visitBarsFolder(wishes.barsFolder);
  else if (wishes.offline) market.startSimulation();
  show();
}
