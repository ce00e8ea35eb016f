import type { Desk } from '../../state/desk.svelte';

/**
 * Opens the evidence of the selected announcement on the charted instrument; where none is selected
 * that of the newest one of its company, and without one the family of what the timeline shows.
 */
export function openEvidence(desk: Desk): void {
  const { timeline, evidence, series } = desk;
  if (evidence.panel.isOpen) return evidence.panel.close();
  const instrument = series.instrument ?? desk.settings.current.charted;
  const announcement = timeline.selected ?? timeline.ofChartedCompany[0] ?? null;
  evidence.panel.open(announcement?.id ?? null, instrument, announcement ? 'event' : 'family');
}
