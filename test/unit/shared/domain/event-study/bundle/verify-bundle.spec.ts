import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  type Json,
} from '../../../../../../src/shared/domain/event-study/bundle/canonical-json';
import { verifyBundle } from '../../../../../../src/shared/domain/event-study/bundle/verify-bundle';
import {
  makeBundle,
  writeBundle,
} from '../../../../../../src/shared/domain/event-study/bundle/write-bundle';
import { BUNDLE_ORIGIN, BUNDLE_TOOLS, sampleInput } from '../../../../../helpers/bundle-sample';

const bundle = makeBundle(sampleInput(), BUNDLE_ORIGIN, BUNDLE_TOOLS);
const text = writeBundle(bundle);
const verify = (changed: string) => verifyBundle(changed, BUNDLE_TOOLS);

type Edit = readonly [path: string, change: (old: Json | undefined) => Json | undefined];

/** The bundle's text with values changed at their paths; what becomes undefined is gone. */
function changed(...edits: readonly Edit[]): string {
  const value = edits.reduce(
    (edited, [path, change]) => editAt(edited, path.split('.'), change),
    JSON.parse(text) as Json,
  );
  return `${canonicalJson(value)}\n`;
}

function editAt(value: Json, [key, ...rest]: readonly string[], change: Edit[1]): Json {
  const at = key as string;
  const old = (value as Readonly<Record<string, Json>>)[at];
  const edited = rest.length === 0 ? change(old) : editAt(old as Json, rest, change);
  return Array.isArray(value)
    ? value.map((member: Json, place) => (String(place) === at ? (edited as Json) : member))
    : { ...(value as Readonly<Record<string, Json>>), [at]: edited };
}

const to =
  (value: Json | undefined): Edit[1] =>
  () =>
    value;

describe('writeBundle', () => {
  it('writes the same bytes again, after any number of journeys', () => {
    expect(writeBundle(makeBundle(sampleInput(), BUNDLE_ORIGIN, BUNDLE_TOOLS))).toBe(text);
    const travelled = JSON.parse(text) as typeof bundle;
    expect(writeBundle(makeBundle(travelled.input, travelled, BUNDLE_TOOLS))).toBe(text);
  });

  it('hashes the bars alone', () => {
    expect(bundle.dataHash).toMatch(/^[0-9a-f]{64}$/);
    const other = makeBundle(
      { ...sampleInput(), title: { en: 'x', zh: 'x' } },
      BUNDLE_ORIGIN,
      BUNDLE_TOOLS,
    );
    expect(other.dataHash).toBe(bundle.dataHash);
    const moved = makeBundle(sampleInput(1, 0.01), BUNDLE_ORIGIN, BUNDLE_TOOLS);
    expect(moved.dataHash).not.toBe(bundle.dataHash);
  });
});

describe('verifyBundle', () => {
  it('finds a bundle right that nobody touched', () => {
    expect(verify(text)).toEqual({ ok: true, bundle: JSON.parse(text) as unknown });
    const panel = writeBundle(makeBundle(sampleInput(12, 0.05), BUNDLE_ORIGIN, BUNDLE_TOOLS));
    expect(verify(panel)).toMatchObject({ ok: true });
  });

  it('finds a statistic that was touched, by its path', () => {
    const found = verify(
      changed(['statistics.events.0.car', to(0.5)], ['statistics.events.0.verdict', to('unusual')]),
    );
    const [event] = bundle.statistics.events;
    expect(found).toEqual({
      ok: false,
      fault: 'statistics',
      message: 'statistics.events.0.car is not what the bars give',
      differences: [
        { path: 'statistics.events.0.car', stored: 0.5, computed: event?.['car'] },
        { path: 'statistics.events.0.verdict', stored: 'unusual', computed: 'fits-chance' },
      ],
    });
  });

  it('finds a statistic that is missing, or one too many', () => {
    expect(
      verify(
        changed(['statistics.events.0.beta', to(undefined)], ['statistics.events.0.gamma', to(1)]),
      ),
    ).toMatchObject({
      differences: [
        { path: 'statistics.events.0.gamma', stored: 1, computed: null },
        { path: 'statistics.events.0.beta', stored: null },
      ],
    });
  });

  it('names no more differences than anybody reads', () => {
    const found = verify(
      changed([
        'statistics.events.0.placebos',
        (old) => (old as readonly number[]).map((one) => one + 1),
      ]),
    );
    expect(found).toMatchObject({ fault: 'statistics' });
    expect(!found.ok && 'differences' in found && found.differences).toHaveLength(20);
  });

  it('finds a bar that was touched, even where nothing comes of it', () => {
    const found = verify(changed(['input.series.0.closes.0', to(1)]));
    expect(found).toMatchObject({ ok: false, fault: 'data-hash', differences: [] });
  });

  it('finds a bar that was touched together with its hash', () => {
    const moved: readonly Edit[] = [['input.series.0.closes.100', (old) => (old as number) * 1.01]];
    const { series } = (JSON.parse(changed(...moved)) as { input: { series: Json } }).input;
    const found = verify(
      changed(...moved, ['dataHash', to(BUNDLE_TOOLS.sha256(canonicalJson(series)))]),
    );
    expect(found).toMatchObject({ ok: false, fault: 'statistics' });
  });

  it('finds what is written in another way, or is no part of a bundle', () => {
    expect(verify(text.trimEnd())).toMatchObject({ fault: 'not-canonical' });
    expect(verify(JSON.stringify(JSON.parse(text), null, 1))).toMatchObject({
      fault: 'not-canonical',
    });
    expect(verify(changed(['note', to('hello')]))).toMatchObject({
      fault: 'not-canonical',
    });
  });

  it('knows what is no bundle', () => {
    expect(verify('{')).toMatchObject({ fault: 'not-json' });
    expect(verify('['.repeat(10_000))).toMatchObject({ fault: 'not-json' });
    for (const other of ['[]', 'null', '{}', '{"format":"tapeout-chart"}']) {
      expect(verify(other)).toMatchObject({ fault: 'not-a-bundle' });
    }
    expect(verify(changed(['version', to(2)]))).toMatchObject({
      ...{ fault: 'unknown-version', message: 'the bundle has version 2, known is 1' },
    });
  });

  it.each<readonly [string, ...Edit]>([
    ['made', 'made', to(3)],
    ['statistics', 'statistics', to(null)],
    ['input', 'input', to(null)],
    ['input.title', 'input.title', to('A title')],
    ['input.parameters', 'input.parameters.model', to('capm')],
    ['input.parameters', 'input.parameters.window', to([2, 1])],
    ['input.parameters', 'input.parameters.window', to([-1e9, 1])],
    ['input.parameters', 'input.parameters.estimation', to({ length: 0, gap: 0 })],
    ['input.series', 'input.series', to({})],
    ['input.series[0]', 'input.series.0.closes.3', to(0)],
    ['input.series[0]', 'input.series.0.closes', to([1, 2])],
    ['input.series[1]', 'input.series.1.dates.1', to('2015-02-30')],
    ['input.series[1]', 'input.series.1.dates', (old) => (old as readonly Json[]).toReversed()],
    ['input.series[1]', 'input.series.1.id', to('XNAS:A0')],
    ['input.announcements[0]', 'input.announcements.0.sources.1.url', to(null)],
    ['input.events[0]', 'input.events.0.security', to('XNAS:NONE')],
    ['input.events[0]', 'input.events.0.market', to(['XNAS:NONE'])],
    ['input.events[0]', 'input.events.0.session', to('tomorrow')],
    ['input.events[0]', 'input.events.0.doubts', to(['a feeling'])],
    ['input.events[0]', 'input.events.0.confounders.0.own', to('yes')],
    ['input.events[0]', 'input.events.0.said', to({})],
  ])('says that %s is not as it should be: %s', (part, ...edit) => {
    expect(verify(changed(edit))).toEqual({
      ...{ ok: false, fault: 'bad-input', message: `${part} is missing or of another shape` },
    });
  });
});
