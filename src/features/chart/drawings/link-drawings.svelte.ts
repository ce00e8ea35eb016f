import { untrack } from 'svelte';
import type { ChartController } from '../../../chart/chart-controller';
import type { DrawingEvents } from '../../../chart/drawing-types';
import type { Chart } from '../../../state/chart.svelte';
import type { Desk } from '../../../state/desk.svelte';
import { barTimeText } from '../bar-time-text';
import { DrawingCommands } from './drawing-commands';
import { runDrawingShortcut } from './drawing-shortcuts';
import { type DrawingStop, nextDrawing, priceOf, startOf, touches } from './drawing-travel';
import { shownDrawings } from './shown-drawings';

/** What the chart tells of drawings, brought to where they are kept. */
export function drawingEvents(desk: Desk, chart: Chart): DrawingEvents {
  const commands = new DrawingCommands(desk, chart);
  const { drawing } = chart;
  return {
    drawingCreated: (shape) => commands.keep(shape),
    drawingChanged: (changed) => commands.change(changed),
    drawingSelected: (id) => (drawing.selectedId = id),
    drawingDeleteAsked: (id) => commands.remove(id),
    drawingEditAsked: (id) => commands.editNote(id),
    drawingCursorMoved: (at) => (drawing.cursor = at),
    drawingToolEnded: () => (drawing.tool = null),
  };
}

/**
 * Keeps the drawings on a chart in step with what is kept of them. Call it where effects may stand.
 *
 * @returns what to call with each painting of the chart
 */
export function linkDrawings(
  controller: () => ChartController | null,
  host: () => HTMLElement,
  chart: Chart,
  desk: Desk,
): () => void {
  const { series, drawing } = chart;
  const commands = new DrawingCommands(desk, chart);
  const shown = $derived(shownDrawings(commands.book?.all ?? [], series.interval, series.calendar));

  const comeBack = (): void => {
    // What had the focus is gone with what it was for.
    if (document.activeElement === document.body) host().focus({ preventScroll: true });
  };

  $effect(() => {
    const { book } = commands;
    void untrack(() => book?.read());
    return () => drawing.putDown();
  });
  $effect(() => {
    const drawings = shown;
    const id = commands.selected?.id ?? null;
    // A note that is being written stands on the chart until it is closed.
    if (drawing.note?.id === null) return;
    controller()?.setDrawings(drawings);
    controller()?.selectDrawing(id);
  });
  $effect(() => {
    const { tool } = drawing;
    if (tool === null) return controller()?.cancelDrawing();
    controller()?.startDrawing(tool);
    host().focus({ preventScroll: true });
  });
  $effect(() => {
    const { copyWish } = drawing;
    if (copyWish) untrack(() => controller()?.copyDrawing(copyWish.id));
  });
  /** The field of a note goes with its place. */
  const follow = (): void => {
    const { note } = drawing;
    if (note === null) return;
    const kept = shown.find(({ id }) => id === note.id);
    const { at } = kept?.kind === 'text-note' ? kept : note;
    drawing.placeNote(controller()?.placeOf(at) ?? null);
  };
  $effect(() => {
    if (drawing.note) untrack(follow);
  });
  $effect(() => {
    if (drawing.note || commands.selected) return comeBack;
  });
  const travel = (step: 1 | -1): void => {
    const next = nextDrawing(shown, drawing.selectedId, step);
    drawing.spoken = next ? stopText(next) : desk.t.drawings.noneToSelect;
    if (next === null) return;
    drawing.tool = null;
    drawing.selectedId = next.drawing.id;
    const view = controller()?.visibleRange();
    if (!view || touches(next.drawing, view.fromKey, view.toKey)) return;
    controller()?.scrollTo(startOf(next.drawing));
  };
  const stopText = ({ drawing: found, place, count }: DrawingStop): string => {
    const { drawings, chart: t } = desk.t;
    const zone = series.calendar?.timezone ?? 'UTC';
    const { instrument, interval } = series;
    const decimals = (instrument && desk.instruments.get(instrument)?.priceDecimals) ?? 2;
    const when =
      found.kind !== 'horizontal-line' &&
      barTimeText(startOf(found), interval, zone, desk.formats, t);
    const text = found.kind === 'text-note' && found.text;
    const what = [
      drawings.kinds[found.kind],
      text,
      when,
      desk.formats.price(priceOf(found), decimals),
    ];
    return drawings.placed(what.filter(Boolean).join(', '), place, count);
  };
  $effect(() => {
    const target = host();
    const onKey = (event: KeyboardEvent): void => {
      const copy = (): void => drawing.copySelected();
      if (event.defaultPrevented || !runDrawingShortcut(event, { commands, copy, travel })) return;
      event.preventDefault();
    };
    target.addEventListener('keydown', onKey);
    return () => target.removeEventListener('keydown', onKey);
  });
  return follow;
}
