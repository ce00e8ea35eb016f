import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SparklinesState } from '../../../src/state/sparklines-state.svelte';
import { ACME, BOLT, KORVO } from '../../helpers/desk-sample';
import { FakeDataProcess } from '../../helpers/fake-data-process';

let data: FakeDataProcess;
let sparklines: SparklinesState;

beforeEach(() => {
  data = new FakeDataProcess().connect();
  data.giveSparkline(ACME, [1, 2, 3]);
  data.giveSparkline(BOLT, [5]);
  sparklines = new SparklinesState(data.client);
});

afterEach(() => data.dispose());

describe('the small lines', () => {
  it('come for instruments; a single close is no line', async () => {
    expect(sparklines.loaded).toBe(false);
    await sparklines.load([ACME, BOLT, 'ask Ming']);
    expect(sparklines.loaded).toBe(true);
    expect(sparklines.get(ACME)).toEqual(Float32Array.of(1, 2, 3));
    expect(sparklines.get(BOLT)).toBeUndefined();
    expect(data.asked).toMatchObject([{ kind: 'get-sparklines', instruments: [ACME, BOLT] }]);
  });

  it('ask nobody where nothing is an instrument', async () => {
    await sparklines.load(['ask Ming']);
    expect(data.asked).toEqual([]);
    expect(sparklines.loaded).toBe(true);
  });

  it('go when the store has them no longer', async () => {
    await sparklines.load([ACME]);
    data.giveSparkline(ACME, []);
    await sparklines.load([ACME]);
    expect(sparklines.get(ACME)).toBeUndefined();
  });

  it('are read once where only the missing ones are asked for', async () => {
    await sparklines.load([ACME]);
    await sparklines.loadMissing([ACME, KORVO]);
    expect(data.asked.at(-1)).toMatchObject({ instruments: [KORVO] });
  });
});
