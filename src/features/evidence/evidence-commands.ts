import type { Desk } from '../../state/desk.svelte';
import { openEvidence } from './open-evidence';

export interface EvidenceCommand {
  readonly name: 'openEvidence';
  readonly run: () => void;
}

/** Evidence in the search for everything. */
export function evidenceCommands(desk: Desk): readonly EvidenceCommand[] {
  return [{ name: 'openEvidence', run: () => openEvidence(desk) }];
}
