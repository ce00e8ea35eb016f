import type { HeadlessCommand, HeadlessParts } from './app/headless-command';
import type { Ending } from './app/launch';

export async function replayAlerts(
  command: Extract<HeadlessCommand, { kind: 'replay-alerts' }>,
  parts: HeadlessParts,
): Promise<Ending> {
  throw new Error(`${command.kind} is not there yet in ${parts.appVersion}`);
}
