import { beforeEach, describe, expect, it } from 'vitest';
import { BundleService } from '../../../../../electron/data/evidence/bundle-service';
import { EvidenceStudyService } from '../../../../../electron/data/evidence/evidence-study-service';
import type { LoadedSeries } from '../../../../../electron/data/evidence/study-series-store';
import type { BundleOrder } from '../../../../../src/shared/domain/event-study/bundle/bundle-order';
import { verifyBundle } from '../../../../../src/shared/domain/event-study/bundle/verify-bundle';
import { USUAL_EVIDENCE } from '../../../../../src/shared/domain/event-study/evidence-question';
import type { FamilyQuestion } from '../../../../../src/shared/domain/event-study/family-question';
import type { InstrumentId } from '../../../../../src/shared/domain/instrument/instrument';
import { BUNDLE_WORDS } from '../../../../../src/shared/i18n/evidence/bundle-catalogue';
import { STDLIB_DISTRIBUTIONS } from '../../../../../src/shared/statistics/stdlib-distributions';
import { loadedSeries, questionAt, studyBars } from '../../../../helpers/study-bars';
import { weekday } from '../../../../helpers/study-returns';

const market = studyBars({ sessions: 450, seed: 21 });
const share = (seed: number, jump: number) =>
  studyBars({ sessions: 450, seed, market, beta: 1, jumps: { 400: jump } });
const sha256 = (text: string): string => `hash of ${text.length}`;

let series: Map<InstrumentId, LoadedSeries>;
let loads: string[];
let forgotten: unknown[];
let service: EvidenceStudyService;
let bundles: BundleService;

beforeEach(() => {
  const all: readonly LoadedSeries[] = [
    loadedSeries('XNAS:ACME', share(22, 0.12)),
    loadedSeries('XNAS:BOLT', share(23, 0)),
    loadedSeries('INDEX:^IXIC', market),
  ];
  series = new Map(all.map((each) => [each.instrument, each]));
  [loads, forgotten] = [[], []];
  const store = {
    load: async (id: InstrumentId) => {
      loads.push(id);
      return series.get(id) ?? null;
    },
    forget: (changed: unknown) => void forgotten.push(changed),
  };
  const parts = { store, loadDistributions: async () => STDLIB_DISTRIBUTIONS };
  service = new EvidenceStudyService({ ...parts, pause: () => Promise.resolve() });
  bundles = new BundleService({
    ...{ ...parts, studies: service, sha256 },
    loadWords: async () => BUNDLE_WORDS,
  });
});

describe('studies of the data process', () => {
  it('answer with the bars of security, benchmark, index and sector', async () => {
    const answer = await service.study(questionAt(400));
    expect(answer.dayJudgement.verdict).toBe('unusual');
    expect(new Set(loads)).toEqual(new Set(['XNAS:ACME', 'INDEX:^IXIC', 'INDEX:^SOX']));
    expect(answer.context.moves.map(({ role }) => role)).toEqual(['index', 'index', 'index']);
  });

  it('compare with peers, never with the share itself, and say which have no bars', async () => {
    const instruments = ['XNAS:BOLT', 'XNAS:ACME', 'XNAS:NONE'] as const;
    const answer = await service.study(
      questionAt(400, { benchmark: { kind: 'basket', instruments } }),
    );
    expect(answer.benchmarkGaps).toEqual(['XNAS:NONE']);
    expect(answer.measure).toMatchObject({ kind: 'measured' });
    expect(loads.filter((id) => id === 'XNAS:ACME')).toHaveLength(1);
  });

  it('read the bars of a family once for each pair, and tell how far they are', async () => {
    const benchmark = { kind: 'instrument', instrument: 'INDEX:^IXIC' } as const;
    const members = Array.from({ length: 60 }, (_, place) => ({
      ...{ announcementIds: [], benchmark, session: weekday(330 + place) },
      instrument: (['XNAS:ACME', 'XNAS:BOLT', 'XNAS:NONE'] as const)[place % 3] ?? 'XNAS:ACME',
    }));
    const settings = { model: 'market', length: 250, gap: 10, window: [0, 0] } as const;
    const question: FamilyQuestion = { members, settings, until: null };
    const parts: number[] = [];
    const calm = { aborted: false };
    const answer = await service.studyFamily(question, (part) => void parts.push(part), calm);
    expect(answer).toMatchObject({ kind: 'done', panel: { events: 40 } });
    expect(loads).toHaveLength(5);
    expect(parts).toEqual(parts.toSorted((one, other) => one - other));
    expect(parts.at(-1)).toBe(1);
    const ended = { aborted: true };
    expect(await service.studyFamily(question, () => undefined, ended)).toEqual({
      kind: 'cancelled',
    });
  });

  it('measure moves for what watches prices', async () => {
    const question = {
      ...({ instrument: 'XNAS:ACME', session: weekday(399), last: weekday(401) } as const),
      benchmark: { kind: 'instrument', instrument: 'INDEX:^IXIC' } as const,
    };
    expect((await service.measureMove(question))?.z).toBeGreaterThan(3);
    expect(await service.measureMove({ ...question, instrument: 'XNAS:NONE' })).toBeNull();
    const benchmark = { kind: 'instrument', instrument: 'INDEX:^SOX' } as const;
    expect(await service.measureMove({ ...question, benchmark })).toBeNull();
  });

  it('forget what has changed', () => {
    service.forget(['XNAS:ACME']);
    service.forget(null);
    expect(forgotten).toEqual([['XNAS:ACME'], null]);
  });
});

describe('a bundle', () => {
  const both = { en: 'text', zh: '文字' };
  const order = (rest: Partial<BundleOrder> = {}): BundleOrder => ({
    ...{ title: both, announcements: [], appVersion: '1.2.3', made: '2024-01-01T00:00:00.000Z' },
    ...{ settings: USUAL_EVIDENCE, until: null, names: { 'XNAS:ACME': both } },
    events: [
      {
        ...{ instrument: 'XNAS:ACME', session: weekday(400), announcements: [] },
        benchmark: { kind: 'instrument', instrument: 'INDEX:^IXIC' },
        ...{ timing: both, confounders: [], said: null },
      },
    ],
    ...rest,
  });

  it('has the bars that were used, and can be computed again byte for byte', async () => {
    const files = await bundles.make(order());
    if (!files) throw new Error('no files');
    const verified = verifyBundle(files.json, { sha256, distributions: STDLIB_DISTRIBUTIONS });
    expect(verified).toMatchObject({ ok: true, bundle: { appVersion: '1.2.3' } });
    if (!verified.ok) return;
    const { input } = verified.bundle;
    expect(input.series.map(({ id, name }) => [id, name.en])).toEqual([
      ['INDEX:^IXIC', 'INDEX:^IXIC'],
      ['XNAS:ACME', 'text'],
    ]);
    expect(input.events).toMatchObject([{ security: 'XNAS:ACME', market: ['INDEX:^IXIC'] }]);
    expect(files.html).toContain('<!doctype html>');
    const beta = /"beta":\d/.exec(files.json)?.[0] ?? '';
    const forged = files.json.replace(beta, `${beta.slice(0, -1)}7`);
    expect(forged).not.toBe(files.json);
    const tools = { sha256, distributions: STDLIB_DISTRIBUTIONS };
    expect(verifyBundle(forged, tools).ok).toBe(false);
  });

  it('is none where there are no bars', async () => {
    series.clear();
    expect(await bundles.make(order())).toBeNull();
  });

  it('names simulated prices as a doubt, and no market for a mean', async () => {
    series.set('XNAS:ACME', loadedSeries('XNAS:ACME', share(22, 0.12), 'simulated'));
    const settings = { ...USUAL_EVIDENCE, model: 'mean' } as const;
    const files = await bundles.make(order({ settings }));
    const { input } = JSON.parse(files?.json ?? '{}') as {
      input: { events: { doubts: string[]; market: string[] }[] };
    };
    expect(input.events).toMatchObject([{ doubts: ['simulated-prices'], market: [] }]);
  });
});
