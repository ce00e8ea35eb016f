import type { HeadlessCommand, HeadlessParts } from './app/headless-command';
import type { Ending } from './app/launch';

export async function eventStudy(
  command: Extract<HeadlessCommand, { kind: 'event-study' }>,
  parts: HeadlessParts,
): Promise<Ending> {
  throw new Error(`${command.kind} is not there yet in ${parts.appVersion}`);
}

export async function verifyEvidence(
  command: Extract<HeadlessCommand, { kind: 'verify-evidence' }>,
  parts: HeadlessParts,
): Promise<Ending> {
  throw new Error(`${command.kind} is not there yet in ${parts.appVersion}`);
}
