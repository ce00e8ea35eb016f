// What main calls: each function gives back milliseconds, round by round.

const BYTES_PER_VALUE = 8;
const ports = new Map();
window.addEventListener('message', (event) => {
  if (event.ports[0]) ports.set(event.data, event.ports[0]);
});

/** The time until the values can be read, and until an overview could. */
function ask(name, message) {
  const port = ports.get(name);
  return new Promise((resolve, reject) => {
    let overviewMs = null;
    const start = performance.now();
    port.onmessage = ({ data }) => {
      if (data.kind === 'series-overview') {
        overviewMs = performance.now() - start;
        return;
      }
      if (data.kind === 'failed') {
        reject(new Error(data.message));
        return;
      }
      const values = new Float64Array(data instanceof ArrayBuffer ? data : data.series.buffer);
      const bytes = values.length * BYTES_PER_VALUE;
      resolve({ ms: performance.now() - start, overviewMs, bytes });
    };
    port.postMessage(message);
  });
}

let lastRequest = 0;

async function openRounds(name, floorName, instrument, rounds) {
  const value = () =>
    ask(name, { kind: 'open-series', request: ++lastRequest, instrument, interval: '1m' });
  const floor = () => ask(floorName, 'send');
  await value();
  await floor();
  const done = [];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) {
      const first = await value();
      done.push({ value: first, floor: await floor() });
    } else {
      const first = await floor();
      done.push({ value: await value(), floor: first });
    }
  }
  return done;
}

window.openRounds = openRounds;
