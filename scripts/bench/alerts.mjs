import { join } from 'node:path';
import process from 'node:process';
import { loadBundled } from './bundle-module.mjs';

const RULES = 10_000;
const INSTRUMENTS = 5_000;
const TICKS = 1_000_000;
/** The scan is so slow that a part of the ticks says it. */
const SCANNED_TICKS = 10_000;
const HOT_RULES = 1_000;
const WARM_UP_ROUNDS = 3;
const SESSION_START = Date.UTC(2026, 6, 10, 13, 30);
const PERIOD = 20;
const SHARE = 2 / (PERIOD + 1);

/** @typedef {import('./statistics.mjs').Pair} Pair microseconds a tick */

/**
 * @typedef {object} Market one made-up market
 * @property {Int32Array} symbols of each tick
 * @property {Float64Array} prices
 * @property {Float64Array} volumes of the session so far
 * @property {{ symbol: number, kind: string, level: number }[]} rules
 */

/** Those that the target was set with. */
const KINDS = [
  'greaterThan',
  'lessThan',
  'crossingUp',
  'crossingDown',
  'change',
  'average',
  'volume',
];
/** Besides, those of which the engine foresees little or nothing. */
const HARDER_KINDS = [...KINDS, 'strength', 'move', 'pair', 'timed', 'close'];

/**
 * Ten thousand rules of seven kinds over five thousand instruments: the engine against a scan of all
 * rules with every tick, turn about over the same ticks. The scan knows these kinds alone: beside the
 * harder ones runs the scan of the first market.
 * @param {object} options
 * @param {number} options.rounds
 * @param {string} options.folder the code measured is bundled into it
 * @param {(text: string) => void} options.progress
 * @returns {Promise<{ even: Pair[], skewed: Pair[], hot: Pair[], harder: Pair[], fired: number }>}
 */
export async function measureAlerts({ rounds, folder, progress }) {
  const { AlertEngine } = await loadBundled(
    'src/shared/domain/alert/engine/alert-engine.ts',
    join(folder, 'alert-engine'),
  );
  const { clockSpans } = await loadBundled(
    'src/shared/domain/alert/engine/bar-spans.ts',
    join(folder, 'bar-spans'),
  );
  let fired = 0;
  const pairsOf = (/** @type {Market} */ market, scanned = market) => {
    const engine = new AlertEngine({
      spans: clockSpans,
      tickSize: () => 0.01,
      wantBars: () => undefined,
      fired: () => (fired += 1),
      progressed: () => undefined,
    });
    const run = engineRun(engine, market);
    const scan = naiveScan(scanned);
    const pairs = [];
    for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
      const value = timed(run) / TICKS;
      const floor = timed(scan) / SCANNED_TICKS;
      if (round >= 0) pairs.push({ value, floor });
    }
    return pairs;
  };
  progress('rules spread evenly');
  const evenMarket = madeUpMarket(1, 0, false);
  const even = pairsOf(evenMarket);
  progress('ticks that favour some instruments');
  const skewed = pairsOf(madeUpMarket(2, 0, true));
  progress('a thousand rules on one instrument');
  const hot = pairsOf(madeUpMarket(3, HOT_RULES, true));
  progress('rules of which little is foreseen');
  const harder = pairsOf({ ...evenMarket, rules: madeUpRules(4, 0, HARDER_KINDS) }, evenMarket);
  return { even, skewed, hot, harder, fired };
}

/** Microseconds of the processor. @param {() => unknown} work */
function timed(work) {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user;
}

/** @param {any} engine @param {Market} market */
function engineRun(engine, { symbols, prices, volumes, rules }) {
  for (const [index, rule] of rules.entries()) {
    engine.bind(asRule(index + 1, rule), idOf(rule.symbol));
  }
  const slots = Int32Array.from({ length: INSTRUMENTS }, (_, symbol) =>
    engine.indexOf(idOf(symbol)),
  );
  let end = SESSION_START;
  let session = 0;
  return () => {
    // The ticks begin anew, and so do the volumes.
    session += 1;
    // A variable of its own: one that outlives the round would be written to the heap with every tick.
    let at = end;
    for (let tick = 0; tick < TICKS; tick++) {
      at += 1;
      const slot = /** @type {number} */ (slots[/** @type {number} */ (symbols[tick])]);
      if (slot >= 0)
        engine.hearPrice(slot, at, prices[tick], 100, volumes[tick], session, true, at);
    }
    end = at;
  };
}

/** @param {number} id @param {Market['rules'][number]} rule */
function asRule(id, { symbol, kind, level }) {
  const of = { kind: 'price', instrument: null };
  const indicator = { kind: 'indicator', instrument: null, interval: '1m' };
  const average = { ...indicator, indicator: 'ema', params: { period: PERIOD }, output: 'average' };
  const strength = { ...indicator, indicator: 'rsi', params: { period: 14 }, output: 'rsi' };
  const conditions = {
    change: { of: { ...of, kind: 'change' }, op: 'greaterThan', value: level - 100 },
    average: { of, op: 'crossingUp', value: average },
    volume: { of: { ...of, kind: 'volume' }, op: 'crossingUp', value: volumeAt(level) },
    strength: { of: strength, op: 'crossingDown', value: 30 },
    move: { of, op: 'movingUpPercent', amount: 1, bars: 5, interval: '1m' },
    pair: { of, op: 'crossingUp', value: { ...of, instrument: idOf((symbol + 1) % INSTRUMENTS) } },
    timed: { of, op: 'crossingUp', value: level },
    close: { of, op: 'crossingUp', value: average },
  };
  const condition = conditions[/** @type {keyof typeof conditions} */ (kind)];
  return {
    ...{ id, revision: 1, enabled: true, ended: null, createdAt: 0, splits: [], note: '' },
    expiresAt: null,
    watch: {
      kind: 'market',
      target: { kind: 'instrument', instrument: idOf(symbol) },
      conditions: [condition ?? { of, op: kind, value: level }],
      trigger: kind === 'close' ? 'oncePerBarClose' : 'everyTime',
      barInterval: '1m',
      session: 'extended',
      rearm: { percent: 0.2, ticks: 5, minutes: kind === 'timed' ? 1 : null },
    },
  };
}

/** What some instruments trade in a session, and others do not. @param {number} level 90 to 110 */
function volumeAt(level) {
  return Math.abs(level - 100) * 10_000;
}

/** What anybody writes first: every rule is asked with every tick. @param {Market} market */
function naiveScan({ symbols, prices, volumes, rules }) {
  const states = rules.map(({ symbol, kind, level }) => ({
    symbol,
    kind,
    level,
    last: NaN,
    average: NaN,
    armed: true,
  }));
  let told = 0;
  return () => {
    for (let tick = 0; tick < SCANNED_TICKS; tick++) {
      const symbol = symbols[tick];
      const price = /** @type {number} */ (prices[tick]);
      for (let index = 0; index < states.length; index++) {
        const state = /** @type {(typeof states)[number]} */ (states[index]);
        if (state.symbol !== symbol) continue;
        const holds = naiveHolds(state, price, /** @type {number} */ (volumes[tick]));
        if (holds && state.armed) told += 1;
        state.armed = !holds;
        state.last = price;
      }
    }
    return told;
  };
}

/** @param {any} state @param {number} price @param {number} volume */
function naiveHolds(state, price, volume) {
  const { kind, level, last } = state;
  switch (kind) {
    case 'greaterThan':
      return price > level;
    case 'lessThan':
      return price < level;
    case 'crossingUp':
      return last <= level && price > level;
    case 'crossingDown':
      return last >= level && price < level;
    case 'change':
      return price - 100 > level - 100;
    case 'volume':
      return volume > volumeAt(level);
    default: {
      const before = state.average;
      state.average = Number.isNaN(before) ? price : before + (price - before) * SHARE;
      return last <= before && price > state.average;
    }
  }
}

/** @param {number} symbol */
function idOf(symbol) {
  return `XNAS:S${symbol}`;
}

/**
 * Prices that walk about 100, levels one to ten percent beside it.
 * @param {number} seed
 * @param {number} hotRules on the instrument that ticks most, besides
 * @param {boolean} isSkewed
 * @returns {Market}
 */
function madeUpMarket(seed, hotRules, isSkewed) {
  const rules = madeUpRules(seed, hotRules, KINDS);
  const random = generator(seed + 100);
  const last = new Float64Array(INSTRUMENTS).fill(100);
  const traded = new Float64Array(INSTRUMENTS);
  const symbols = new Int32Array(TICKS);
  const prices = new Float64Array(TICKS);
  const volumes = new Float64Array(TICKS);
  for (let tick = 0; tick < TICKS; tick++) {
    const share = isSkewed ? random() ** 4 : random();
    const symbol = Math.floor(share * INSTRUMENTS);
    const before = /** @type {number} */ (last[symbol]);
    const pull = (100 - before) * 0.01;
    last[symbol] = Math.round((before + pull + (random() - 0.5) * 0.2) * 100) / 100;
    traded[symbol] = /** @type {number} */ (traded[symbol]) + Math.ceil(random() * 500);
    symbols[tick] = symbol;
    prices[tick] = /** @type {number} */ (last[symbol]);
    volumes[tick] = /** @type {number} */ (traded[symbol]);
  }
  return { symbols, prices, volumes, rules };
}

/**
 * @param {number} seed
 * @param {number} hotRules on the first instrument, by its price
 * @param {readonly string[]} kinds
 */
function madeUpRules(seed, hotRules, kinds) {
  const random = generator(seed);
  return Array.from({ length: RULES }, (_, index) => ({
    symbol: index < hotRules ? 0 : Math.floor(random() * INSTRUMENTS),
    kind: /** @type {string} */ (kinds[index % (index < hotRules ? 4 : kinds.length)]),
    level: 100 + (1 + random() * 9) * (random() < 0.5 ? -1 : 1),
  }));
}

/** Park and Miller's generator. @param {number} seed */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
