import { expect, it } from 'vitest';
import { tickerLabel } from '../../../../src/features/timeline/ticker-label';
import { InstrumentsState } from '../../../../src/state/instruments-state.svelte';
import { ACME, BOLT, KORVO, sampleInstruments } from '../../../helpers/desk-sample';

const instruments = new InstrumentsState();
instruments.receive(sampleInstruments);

it.each([
  [ACME, 'ACME'],
  [BOLT, '2345.HK'],
  [KORVO, '123450.KS'],
  ['XTKS:9999', '9999'],
])('%s is written %s', (symbol, label) => {
  expect(tickerLabel(symbol, instruments)).toBe(label);
});
