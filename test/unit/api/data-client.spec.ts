import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { viewPackedBars } from '../../../src/shared/domain/candle/bar-columns';
import type { OverviewAnswer } from '../../../src/shared/ipc/data-port';
import { ACME, BOLT, sampleBars } from '../../helpers/desk-sample';
import { FakeDataProcess } from '../../helpers/fake-data-process';

let data: FakeDataProcess;

beforeEach(() => {
  data = new FakeDataProcess();
  data.give(ACME, sampleBars());
  data.giveSparkline(ACME, [1, 2]);
});

afterEach(() => data.dispose());

describe('the client of the data process', () => {
  it('carries a series as one packed buffer', async () => {
    data.connect();
    const series = await data.client.openSeries(ACME, 'D');
    expect(series.source).toBe('csv-folder');
    expect(viewPackedBars(series.buffer).time[0]).toBe(Date.UTC(2024, 1, 1) / 1000);
  });

  it('tells what a long series looks like before all of it is there', async () => {
    data.connect();
    data.hold();
    const overview: OverviewAnswer = {
      ...{ source: 'csv-folder', length: 200_000, stride: 16 },
      ...{ buckets: new ArrayBuffer(56), newest: new ArrayBuffer(56) },
    };
    const heard: unknown[] = [];
    const answer = data.client.openSeries(ACME, 'D', (told) => heard.push(told));
    const other = data.client.openSeries(BOLT, 'D');
    await vi.waitFor(() => expect(data.asked).toHaveLength(2));
    for (const question of data.asked) data.tellOverview(question, overview);
    await vi.waitFor(() => expect(heard).toEqual([overview]));
    data.answerAll();
    await expect(answer).resolves.toMatchObject({ instrument: ACME });
    await expect(other).resolves.toMatchObject({ instrument: BOLT });
    expect(heard).toHaveLength(1);
  });

  it('keeps answers apart', async () => {
    data.connect();
    const [series, sparklines, none] = await Promise.all([
      data.client.openSeries(ACME, 'D'),
      data.client.getSparklines([ACME]),
      data.client.openSeries(BOLT, 'D'),
    ]);
    expect(series.instrument).toBe(ACME);
    expect(sparklines).toEqual([{ instrument: ACME, closes: Float32Array.of(1, 2) }]);
    expect(none.buffer.byteLength).toBe(0);
  });

  it('asks when the port has come, not before', async () => {
    data.client.start();
    const answer = data.client.openSeries(ACME, 'D');
    expect(data.asked).toEqual([]);
    data.reconnect();
    await expect(answer).resolves.toMatchObject({ instrument: ACME });
  });

  it('asks once more what was open when the data process died', async () => {
    data.connect();
    data.hold();
    const answer = data.client.openSeries(ACME, 'D');
    await vi.waitFor(() => expect(data.asked).toHaveLength(1));
    data.disconnect();
    data.answerAll();
    data.reconnect();
    await expect(answer).resolves.toMatchObject({ instrument: ACME });
    expect(data.asked).toHaveLength(2);
    expect(data.asked[1]).toEqual(data.asked[0]);
  });

  it('asks nothing again that was answered', async () => {
    data.connect();
    await data.client.openSeries(ACME, 'D');
    data.reconnect();
    await data.client.openSeries(BOLT, 'D');
    expect(data.asked.map(({ kind }) => kind)).toEqual(['open-series', 'open-series']);
  });

  it('rejects where the data process failed, with its words', async () => {
    data.connect();
    data.hold();
    const answer = data.client.openSeries(ACME, 'D');
    await vi.waitFor(() => expect(data.asked).toHaveLength(1));
    data.tell({ kind: 'failed', request: data.asked[0]?.request ?? 0, message: 'disk is gone' });
    await expect(answer).rejects.toThrow('disk is gone');
  });

  it('tells every listener which series changed, until it stops listening', async () => {
    data.connect();
    const heard: unknown[] = [];
    const stop = data.client.onSeriesChanged((instruments) => heard.push(instruments));
    data.tell({ kind: 'series-changed', instruments: [ACME] });
    await vi.waitFor(() => expect(heard).toEqual([[ACME]]));
    stop();
    data.tell({ kind: 'series-changed', instruments: [BOLT] });
    await data.client.openSeries(ACME, 'D');
    expect(heard).toEqual([[ACME]]);
  });

  it('rejects what is open when the page closes', async () => {
    data.connect();
    data.hold();
    const answer = data.client.openSeries(ACME, 'D');
    data.client.dispose();
    await expect(answer).rejects.toThrow('closing');
  });
});
