import type { HandOver } from './hand-over';
import { wantedSettings } from './launch-request';

/** What a second start of the app may change in the one that runs. */
export interface TakeOverParts {
  readonly settings: { override(wanted: ReturnType<typeof wantedSettings>): unknown };
  readonly market: { visitBarsFolder(folder: string): void; startSimulation(): void };
  /** Opens a list that the system named. */
  readonly openListFile: (path: string) => void;
  /** Brings the window to the user. */
  readonly show: () => void;
}

/** Does what a second start of the app wanted. */
export function takeOver(wishes: HandOver, parts: TakeOverParts): void {
  const { settings, market, openListFile, show } = parts;
  settings.override(wantedSettings(wishes));
  if (wishes.barsFolder !== null) market.visitBarsFolder(wishes.barsFolder);
  else if (wishes.offline) market.startSimulation();
  if (wishes.listFile !== null) openListFile(wishes.listFile);
  show();
}
