import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import ChartPane from '../../../../../src/features/chart/ChartPane.svelte';
import { toDate } from '../../../../../src/shared/domain/calendar/calendar-date';
import { renderPane, type RenderedPane } from '../../../../helpers/render-pane';

let pane: RenderedPane;

const bar = () => pane.screen.getByRole('toolbar', { name: 'Replay' });
const date = () => pane.screen.getByLabelText('Date that is known last');
const lastDate = (): string => toDate(pane.desk.series.bars.time.at(-1) ?? NaN);
const frame = (): Element => pane.screen.container.querySelector('.frame') as Element;

beforeEach(async () => {
  pane = await renderPane(ChartPane, { widthPx: 1100 });
  await expect.element(pane.screen.getByRole('application')).toBeVisible();
});

async function begin(on: string): Promise<void> {
  await pane.screen.getByRole('button', { name: 'Replay the past bar by bar' }).click();
  await date().fill(on);
  await vi.waitFor(() => expect(lastDate()).toBe(on));
}

describe('the bar of a replay', () => {
  it('is not there before one is wanted', () => {
    expect(bar().elements()).toHaveLength(0);
    expect(frame().classList.contains('on')).toBe(false);
  });

  it('asks where to begin, and is given up with Escape', async () => {
    await pane.screen.getByRole('button', { name: 'Replay the past bar by bar' }).click();
    await expect.element(bar()).toHaveTextContent('Click the bar to begin with');
    expect(frame().classList.contains('on')).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect(bar().elements()).toHaveLength(0);
    expect(lastDate()).toBe('2024-03-28');
  });

  it('steps by buttons and by keys', async () => {
    await begin('2024-03-05');
    await bar().getByRole('button', { name: 'One bar on' }).click();
    expect(lastDate()).toBe('2024-03-06');
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
    expect(lastDate()).toBe('2024-03-08');
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    expect(lastDate()).toBe('2024-03-07');
  });

  it('plays and pauses with the space bar, at the speed that is chosen', async () => {
    await begin('2024-03-05');
    await bar().getByRole('button', { name: '10 bars a second' }).click();
    (pane.screen.getByRole('application').element() as HTMLElement).focus();
    await userEvent.keyboard(' ');
    await vi.waitFor(() => expect(lastDate() > '2024-03-06').toBe(true));
    await userEvent.keyboard(' ');
    expect(pane.desk.replay.playing).toBe(false);
  });

  it('stops at the newest bar', async () => {
    await begin('2024-03-26');
    pane.desk.replay.setSpeed(10);
    await bar().getByRole('button', { name: 'Play' }).click();
    await vi.waitFor(() => expect(pane.desk.replay.playing).toBe(false));
    expect(lastDate()).toBe('2024-03-28');
  });

  it('goes to the session of the selected announcement', async () => {
    await pane.desk.timeline.select('acme-a1');
    await pane.screen.getByRole('button', { name: 'Replay the past bar by bar' }).click();
    await bar().getByRole('button', { name: 'Session of the selected announcement' }).click();
    expect(lastDate()).toBe('2024-03-05');
  });

  it('takes back a second choice before it ends the replay', async () => {
    await begin('2024-03-05');
    await bar().getByRole('button', { name: 'Choose another start' }).click();
    await userEvent.keyboard('{Escape}');
    expect(lastDate()).toBe('2024-03-05');
    await bar().getByRole('button', { name: 'Back to now' }).click();
    expect(pane.desk.replay.active).toBe(false);
  });

  it('says so where nothing was there at that moment', async () => {
    await begin('2024-02-05');
    pane.data.give('XHKG:02345', pane.desk.series.bars);
    pane.desk.replay.goToSession(0);
    const bars = pane.desk.series.bars;
    expect(bars.length).toBe(1);
    pane.data.give('XHKG:02345', { ...bars, time: bars.time.map((time) => time + 86_400 * 30) });
    await pane.desk.chart('XHKG:02345');
    await expect
      .element(pane.screen.getByText('No bar of Bolt was complete by then'))
      .toBeVisible();
  });
});
