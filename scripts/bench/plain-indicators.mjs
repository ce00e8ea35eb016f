/**
 * The floors of the indicators: each definition as the shortest loop over typed arrays that one would
 * write for one whole series, with no state to go on from and no sums made anew.
 *
 * @typedef {any} Column a Float64Array; to the compiler its elements might be missing, and a cast of
 * each would hide the loops
 *
 * @typedef {object} Columns
 * @property {number} length
 * @property {Column} time
 * @property {Column} high
 * @property {Column} low
 * @property {Column} close
 * @property {Column} volume
 */

/** @typedef {(bars: Columns, sessionStarts: Column) => Column[]} PlainLoop */

/** @param {number} length @returns {Column} */
const empty = (length) => new Float64Array(length).fill(NaN);

/** @type {PlainLoop} */
function sma({ close, length }) {
  const average = empty(length);
  let sum = 0;
  for (let index = 0; index < length; index++) {
    sum += close[index];
    if (index >= 20) sum -= close[index - 20];
    if (index >= 19) average[index] = sum / 20;
  }
  return [average];
}

/** @type {PlainLoop} */
function ema({ close, length }) {
  const average = empty(length);
  let value = 0;
  for (let index = 0; index < 20; index++) value += close[index] / 20;
  average[19] = value;
  for (let index = 20; index < length; index++) {
    value += (close[index] - value) * (2 / 21);
    average[index] = value;
  }
  return [average];
}

/** @type {PlainLoop} */
function wma({ close, length }) {
  const average = empty(length);
  let sum = 0;
  let weighted = 0;
  for (let index = 0; index < 20; index++) {
    sum += close[index];
    weighted += (index + 1) * close[index];
  }
  average[19] = weighted / 210;
  for (let index = 20; index < length; index++) {
    weighted += 20 * close[index] - sum;
    sum += close[index] - close[index - 20];
    average[index] = weighted / 210;
  }
  return [average];
}

/** @type {PlainLoop} */
function bollinger({ close, length }) {
  const [middle, upper, lower] = [empty(length), empty(length), empty(length)];
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < length; index++) {
    const price = close[index];
    sum += price;
    squares += price * price;
    if (index >= 20) {
      const oldest = close[index - 20];
      sum -= oldest;
      squares -= oldest * oldest;
    }
    if (index < 19) continue;
    const mean = sum / 20;
    const width = 2 * Math.sqrt(Math.max(0, squares / 20 - mean * mean));
    middle[index] = mean;
    upper[index] = mean + width;
    lower[index] = mean - width;
  }
  return [middle, upper, lower];
}

/** @type {PlainLoop} */
function vwap({ time, high, low, close, volume, length }, sessionStarts) {
  const average = new Float64Array(length);
  let next = 1;
  let nextStart = sessionStarts[1] ?? Infinity;
  let turnover = 0;
  let traded = 0;
  for (let index = 0; index < length; index++) {
    if (time[index] >= nextStart) {
      next++;
      nextStart = next < sessionStarts.length ? sessionStarts[next] : Infinity;
      turnover = 0;
      traded = 0;
    }
    const price = (high[index] + low[index] + close[index]) / 3;
    turnover += price * volume[index];
    traded += volume[index];
    average[index] = turnover / traded;
  }
  return [average];
}

/** @type {PlainLoop} */
function anchoredVwap({ high, low, close, volume, length }) {
  const average = new Float64Array(length);
  let turnover = 0;
  let traded = 0;
  for (let index = 0; index < length; index++) {
    turnover += ((high[index] + low[index] + close[index]) / 3) * volume[index];
    traded += volume[index];
    average[index] = turnover / traded;
  }
  return [average];
}

/** @type {PlainLoop} */
function rsi({ close, length }) {
  const strength = empty(length);
  let gain = 0;
  let loss = 0;
  for (let index = 1; index < length; index++) {
    const move = close[index] - close[index - 1];
    const up = move > 0 ? move : 0;
    const down = move < 0 ? -move : 0;
    if (index <= 14) {
      gain += up / 14;
      loss += down / 14;
    } else {
      gain = (gain * 13 + up) / 14;
      loss = (loss * 13 + down) / 14;
    }
    if (index >= 14) strength[index] = (100 * gain) / (gain + loss);
  }
  return [strength];
}

/** @type {PlainLoop} */
function macd({ close, length }) {
  const [line, signals, histogram] = [empty(length), empty(length), empty(length)];
  let fast = 0;
  let slow = 0;
  let signal = 0;
  for (let index = 0; index < 26; index++) slow += close[index] / 26;
  for (let index = 14; index < 26; index++) fast += close[index] / 12;
  for (let index = 25; index < length; index++) {
    if (index > 25) {
      fast += (close[index] - fast) * (2 / 13);
      slow += (close[index] - slow) * (2 / 27);
    }
    const value = fast - slow;
    line[index] = value;
    if (index <= 33) signal += value / 9;
    else signal += (value - signal) * (2 / 10);
    if (index < 33) continue;
    signals[index] = signal;
    histogram[index] = value - signal;
  }
  return [line, signals, histogram];
}

/** @type {PlainLoop} */
function atr({ high, low, close, length }) {
  const average = empty(length);
  let value = 0;
  for (let index = 1; index < length; index++) {
    const before = close[index - 1];
    const range = Math.max(high[index], before) - Math.min(low[index], before);
    if (index <= 14) value += range / 14;
    else value = (value * 13 + range) / 14;
    if (index >= 14) average[index] = value;
  }
  return [average];
}

/** @type {PlainLoop} */
function stochastic({ high, low, close, length }) {
  const [fast, slow, signal] = [empty(length), empty(length), empty(length)];
  for (let index = 13; index < length; index++) {
    let top = -Infinity;
    let bottom = Infinity;
    for (let place = index - 13; place <= index; place++) {
      if (high[place] > top) top = high[place];
      if (low[place] < bottom) bottom = low[place];
    }
    fast[index] = top === bottom ? 0 : (100 * (close[index] - bottom)) / (top - bottom);
    if (index < 15) continue;
    slow[index] = (fast[index] + fast[index - 1] + fast[index - 2]) / 3;
    signal[index] = (slow[index] + slow[index - 1] + slow[index - 2]) / 3;
  }
  return [slow, signal];
}

/** @type {PlainLoop} */
function obv({ close, volume, length }) {
  const balance = new Float64Array(length);
  let value = volume[0];
  balance[0] = value;
  for (let index = 1; index < length; index++) {
    const move = close[index] - close[index - 1];
    if (move > 0) value += volume[index];
    else if (move < 0) value -= volume[index];
    balance[index] = value;
  }
  return [balance];
}

/** By the id of the indicator, each with the default parameters of the catalogue. */
export const PLAIN_LOOPS = {
  sma,
  ema,
  wma,
  bollinger,
  vwap,
  'anchored-vwap': anchoredVwap,
  rsi,
  macd,
  atr,
  stochastic,
  obv,
};
