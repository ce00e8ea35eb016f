import { CanvasBrush } from '../../../src/features/industry/canvas-brush.ts';
import { paintRoadmap } from '../../../src/features/industry/paint-roadmap.ts';
import { lanesOf, placeRows, recordSpan } from '../../../src/features/industry/roadmap-rows.ts';
import { ClusterCache, GUTTER_PX } from '../../../src/features/industry/roadmap-scene.ts';
import { dayOf, fitSpan, panBy, zoomAbout } from '../../../src/features/industry/time-scale.ts';
import { chipRecords } from '../../../src/shared/domain/announcement/chip-record.ts';

// Each frame turn about with a bare one, in which as many boxes, lines, circles and texts are drawn
// with one look at places that are known.

const ANNOUNCEMENTS = 2_000;
const COMPANIES = 50;
const CHIPS = 500;
const WIDTH = 1280;
const HEIGHT = 720;
const FRAMES_PER_ROUND = 40;
const PLOT_PX = WIDTH - GUTTER_PX;

const STAGES = ['planned', 'designing', 'announced', 'taped-out', 'sampling', 'production'].concat([
  'deployed',
  'cancelled',
]);
const CLAIMS = ['rumoured', 'reported', 'confirmed'];
const PRECISIONS = ['day', 'day', 'day', 'month', 'quarter', 'year'];

/** Numbers that look random and are the same on every machine. */
function numbers() {
  let state = 7;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const text = (en) => ({ en, zh: en });

function madeUpRecord() {
  const next = numbers();
  const programmes = Array.from({ length: COMPANIES * 2 }, (_, at) => ({
    ...{ id: `programme-${at}`, company: `company-${at % COMPANIES}`, name: text(`Line ${at}`) },
    ...{ kind: 'cpu', workload: 'general', description: null },
  }));
  const chips = Array.from({ length: CHIPS }, (_, at) => ({
    ...{ id: `chip-${at}`, programme: `programme-${at % programmes.length}` },
    ...{ name: text(`Chip ${at}`), predecessor: null },
  }));
  const announcements = Array.from({ length: ANNOUNCEMENTS }, (_, at) => {
    const chip = chips[next(CHIPS)];
    const month = String(1 + next(12)).padStart(2, '0');
    const precision = PRECISIONS[next(PRECISIONS.length)];
    const day = precision === 'day' ? String(1 + next(28)).padStart(2, '0') : '01';
    return {
      ...{ id: `a-${at}`, date: `${2007 + next(20)}-${month}-${day}`, precision },
      ...{ company: 'company-0', programmes: [chip.programme], chips: [chip.id], label: null },
      ...{ kind: 'cpu', contextKind: null, stage: STAGES[next(8)], claim: CLAIMS[next(3)] },
      ...{ process: null, foundry: null, isa: null, title: text(`News ${at}`), instruments: [] },
      ...{ verified: next(10) > 0, refersTo: [], sourceCount: 1 },
    };
  });
  return { programmes, chips, announcements };
}

const theme = {
  font: 'sans-serif',
  inks: {
    ...{ text: '#e7ebf3', muted: '#8b95a8', faint: '#5f697c', line: '#222936', pane: '#11151c' },
    ...{ rise: '#171c25', accent: '#6ea0ff', 'on-accent': '#0c0f14', violet: '#a58bff' },
    ...{ cyan: '#43c6db', green: '#2fbf8a', red: '#f15770', amber: '#e6a94a' },
  },
};
const words = {
  row: ({ company, programme, chip }) => (chip ?? programme)?.name.en ?? company,
  claims: String,
  tick: (date, unit) => (unit === 'year' ? date.slice(0, 4) : date.slice(5, 7)),
  month: (date) => date.slice(0, 7),
  stage: (stage) => stage,
  mark: ({ claim }) => claim.id,
  today: 'today',
};

/** Notes how much of what a frame draws. */
class CountingBrush {
  counts = { box: 0, line: 0, circle: 0, text: 0 };
  box() {
    this.counts.box++;
  }
  line() {
    this.counts.line++;
  }
  circle() {
    this.counts.circle++;
  }
  path() {
    this.counts.line++;
  }
  text() {
    this.counts.text++;
  }
  named(_name, draw) {
    draw();
  }
  within(_area, draw) {
    draw();
  }
}

function drawBare(context, { box, line, circle, text: texts }) {
  context.fillStyle = theme.inks.pane;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = theme.inks.accent;
  for (let i = 0; i < box; i++) context.fillRect((i * 37) % WIDTH, (i * 26) % HEIGHT, 60, 8);
  context.strokeStyle = theme.inks.line;
  for (let i = 0; i < line; i++) {
    context.beginPath();
    context.moveTo((i * 53) % WIDTH, (i * 26) % HEIGHT);
    context.lineTo(((i * 53) % WIDTH) + 40, (i * 26) % HEIGHT);
    context.stroke();
  }
  for (let i = 0; i < circle; i++) {
    context.beginPath();
    context.arc((i * 71) % WIDTH, (i * 26) % HEIGHT, 7.25, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
  context.fillStyle = theme.inks.muted;
  context.font = '400 11px sans-serif';
  for (let i = 0; i < texts; i++)
    context.fillText('announced', (i * 67) % WIDTH, (i * 26) % HEIGHT);
}

const context = document.getElementById('canvas').getContext('2d');
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const medianOf = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const highOf = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)];

/** Milliseconds of script of one frame, and until the next one. */
async function timed(draw) {
  const begun = await frame();
  const from = performance.now();
  draw();
  const script = performance.now() - from;
  return { script, interval: (await frame()) - begun };
}

async function round(scene, move) {
  const own = [];
  const bare = [];
  let { scale } = scene;
  for (let i = 0; i < FRAMES_PER_ROUND; i++) {
    scale = move(scale, i);
    const shown = { ...scene, scale, scrollPx: 1_000 + i * 4 };
    own.push(await timed(() => paintRoadmap(new CanvasBrush(context, theme), shown)));
    const counting = new CountingBrush();
    paintRoadmap(counting, shown);
    bare.push(await timed(() => drawBare(context, counting.counts)));
  }
  const pair = (what, summary) => ({
    value: summary(own.map((each) => each[what])),
    floor: summary(bare.map((each) => each[what])),
  });
  return {
    script: pair('script', medianOf),
    slowest: pair('script', highOf),
    interval: pair('interval', medianOf),
  };
}

/** Lays all of it out, beside reading its dates once. */
function laidOut({ programmes, chips, announcements }) {
  const begun = performance.now();
  const lanes = lanesOf(chipRecords(programmes, chips, announcements));
  const rows = placeRows(lanes, new Set());
  const value = performance.now() - begun;
  const again = performance.now();
  let sum = 0;
  for (const { date } of announcements) sum += dayOf(date);
  const floor = performance.now() - again;
  return { lanes, rows, pair: { value, floor: sum > 0 ? floor : NaN } };
}

globalThis.measureRoadmap = async (rounds) => {
  const record = madeUpRecord();
  const result = {
    layout: [],
    pan: [],
    panInterval: [],
    zoom: [],
    zoomSlowest: [],
    zoomInterval: [],
  };
  // The first of each pays for compiling what all use.
  const { lanes, rows } = laidOut(record);
  const span = recordSpan(lanes);
  const scene = {
    ...{ rows, folded: new Set(), widthPx: WIDTH, heightPx: HEIGHT, scrollPx: 0, words },
    ...{ nowDay: dayOf('2026-11-26'), clusters: new ClusterCache(), hovered: null, active: null },
    scale: fitSpan(span, PLOT_PX),
  };
  const room = { widthPx: PLOT_PX, record: span };
  // From two decades to weeks and back.
  const zoom = (scale, i) =>
    zoomAbout(scale, i < FRAMES_PER_ROUND / 2 ? 1.35 : 1 / 1.35, 600, room);
  const near = { ...scene, scale: zoomAbout(scene.scale, 3, 600, room) };
  const pan = (scale, i) => panBy(scale, i % 20 < 10 ? 60 : -60, PLOT_PX, span);
  await round(scene, zoom);
  for (let at = 0; at < rounds; at++) {
    result.layout.push(laidOut(record).pair);
    const panned = await round(near, pan);
    result.pan.push(panned.script);
    result.panInterval.push(panned.interval);
    const zoomed = await round(scene, zoom);
    result.zoom.push(zoomed.script);
    result.zoomSlowest.push(zoomed.slowest);
    result.zoomInterval.push(zoomed.interval);
  }
  return result;
};
