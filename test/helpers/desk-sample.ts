import type { Announcement, Company } from '../../src/shared/domain/announcement/announcement';
import type { Chip, Programme } from '../../src/shared/domain/announcement/programme';
import { addDays, toSessionKey, weekdayOf } from '../../src/shared/domain/calendar/calendar-date';
import { allocateBars, type BarColumns } from '../../src/shared/domain/candle/bar-columns';
import type { Instrument, InstrumentId } from '../../src/shared/domain/instrument/instrument';
import type { Quote } from '../../src/shared/domain/quote/quote';
import type { Watchlist } from '../../src/shared/domain/watchlist/watchlist';
import type { WatchlistsNow } from '../../src/shared/domain/watchlist/watchlist-answer';
import { itemOf, listsOf, nowOf, sectionOf } from './watchlist-samples';

/** A small desk of companies that do not exist, so that nobody takes a figure of it for a fact. */

export const ACME = 'XNAS:ACME';
export const ACME_HONG_KONG = 'XHKG:07777';
export const BOLT = 'XHKG:02345';
export const KORVO = 'XKRX:123450';

function instrument(
  id: InstrumentId,
  en: string,
  zh: string,
  rest: Partial<Instrument> = {},
): Instrument {
  return {
    id,
    name: { en, zh },
    kind: 'share',
    currency: 'USD',
    issuer: en.toLowerCase(),
    aliases: [],
    priceDecimals: 2,
    listedOn: null,
    ...rest,
  };
}

export const sampleInstruments: readonly Instrument[] = [
  instrument(ACME, 'Acme', '艾克米'),
  instrument(ACME_HONG_KONG, 'Acme', '艾克米', { currency: 'HKD', aliases: ['7777.HK', '07777'] }),
  instrument(BOLT, 'Bolt', '博特', { currency: 'HKD', aliases: ['2345.HK', '02345.HK', '02345'] }),
  instrument(KORVO, 'Korvo', '柯沃', { currency: 'KRW', priceDecimals: 0, aliases: ['123450.KS'] }),
  instrument('XNAS:DELT', 'Deltatron', '德尔塔'),
];

export const sampleWatchlist: Watchlist = {
  id: 1,
  name: null,
  seed: 'chip-race',
  sections: [
    {
      id: 10,
      name: null,
      seed: 'in-house-silicon',
      items: [itemOf(1, ACME), itemOf(2, BOLT), itemOf(3, 'ask Ming')],
    },
    sectionOf(20, 'Mine', [itemOf(4, KORVO)]),
    sectionOf(30, 'Later'),
  ],
};

/** One list, the sample, at revision 5. */
export const sampleLists: WatchlistsNow = nowOf(listsOf(5, sampleWatchlist));

export function quoteOf(instrumentId: InstrumentId, rest: Partial<Quote> = {}): Quote {
  return {
    instrument: instrumentId,
    price: 101,
    previousClose: 100,
    asOf: Date.UTC(2024, 2, 28, 20),
    session: '2024-03-28',
    source: 'csv-folder',
    state: 'closed',
    currency: null,
    delayMinutes: null,
    openBar: null,
    dispute: null,
    ...rest,
  };
}

export const sampleCompanies: readonly Company[] = [
  { id: 'acme', name: { en: 'Acme', zh: '艾克米' } },
  { id: 'bolt', name: { en: 'Bolt', zh: '博特' } },
  { id: 'market', name: { en: 'Market', zh: '市场消息' } },
];

const programme = (
  id: string,
  company: string,
  en: string,
  zh: string,
  rest: Partial<Programme> = {},
): Programme => ({
  ...{ id, company, name: { en, zh }, kind: 'cpu', workload: 'general', description: null },
  ...rest,
});

export const sampleProgrammes: readonly Programme[] = [
  programme('acme-a', 'acme', 'Acme A series', '艾克米A系列', {
    description: { en: 'Chips of Acme.', zh: '艾克米的芯片。' },
  }),
  programme('acme-b', 'acme', 'Acme B series', '艾克米B系列', { kind: 'accelerator' }),
  programme('bolt-b', 'bolt', 'Bolt B', '博特B'),
];

export const sampleChips: readonly Chip[] = [
  { id: 'acme-a1', programme: 'acme-a', name: { en: 'A1', zh: '甲1' }, predecessor: null },
  { id: 'acme-a2', programme: 'acme-a', name: { en: 'A2', zh: '甲2' }, predecessor: 'acme-a1' },
  { id: 'bolt-b1', programme: 'bolt-b', name: { en: 'B1', zh: '乙1' }, predecessor: null },
];

function announcement(id: string, rest: Partial<Announcement>): Announcement {
  return {
    id,
    date: '2024-03-05',
    precision: 'day',
    at: null,
    company: 'acme',
    programmes: ['acme-a'],
    chips: ['acme-a1'],
    label: null,
    kind: 'cpu',
    contextKind: null,
    workload: 'general',
    stage: 'announced',
    claim: 'confirmed',
    process: null,
    foundry: null,
    designPartners: [],
    isa: null,
    title: { en: `Title of ${id}`, zh: `${id}的标题` },
    summary: { en: `Summary of ${id}.`, zh: `${id}的摘要。` },
    instruments: [{ instrument: ACME, role: 'owner' }],
    sources: [source('Example Daily', 'press')],
    verified: true,
    note: null,
    originalReporter: null,
    refersTo: [],
    ...rest,
  };
}

function source(
  publisher: string,
  tier: 'primary' | 'press' | 'other',
): Announcement['sources'][number] {
  const url = 'https://www.example.com/news/1';
  return { publisher, url, date: '2024-03-06', dateEstimated: false, tier, basis: 'read' };
}

/** Newest first, as main lists them. */
export const sampleAnnouncements: readonly Announcement[] = [
  announcement('market-news', {
    date: '2024-05-01',
    company: 'market',
    programmes: [],
    chips: [],
    label: { en: 'Shortage', zh: '缺货' },
    kind: 'context',
    contextKind: 'shortage',
    stage: 'context',
    workload: 'n/a',
    instruments: [],
  }),
  announcement('acme-a2', {
    date: '2024-03-09',
    chips: ['acme-a2'],
    kind: 'accelerator',
    stage: 'taped-out',
    claim: 'reported',
    workload: 'both',
  }),
  announcement('acme-a1', {
    process: '3 nm',
    foundry: 'Fabco',
    isa: 'RISC-V',
    designPartners: ['Helper One', 'Helper Two'],
    originalReporter: 'Example Wire',
    refersTo: [{ id: 'acme-plan', relation: 'confirms' }],
    note: 'A note in English.',
    instruments: [
      { instrument: ACME_HONG_KONG, role: 'owner' },
      { instrument: BOLT, role: 'competitor' },
      { instrument: KORVO, role: 'foundry' },
    ],
    sources: [
      source('Acme', 'primary'),
      {
        ...source('Example Wire', 'other'),
        url: 'https://wire.example.org/a',
        dateEstimated: true,
      },
    ],
  }),
  announcement('acme-plan', {
    date: '2024-02-01',
    precision: 'month',
    chips: [],
    label: { en: 'a chip (unnamed)', zh: '芯片（未命名）' },
    kind: 'accelerator',
    stage: 'sampling',
  }),
  announcement('bolt-rumour', {
    date: '2023-01-10',
    company: 'bolt',
    programmes: ['bolt-b'],
    chips: ['bolt-b1'],
    claim: 'rumoured',
    stage: 'planned',
    verified: false,
    instruments: [{ instrument: BOLT, role: 'owner' }],
  }),
];

/** Every weekday from 1 February to 28 March 2024 but the US holiday of 19 February. */
export function sampleBars(): BarColumns {
  const dates: string[] = [];
  for (let date = '2024-02-01'; date <= '2024-03-28'; date = addDays(date, 1)) {
    if (![0, 6].includes(weekdayOf(date)) && date !== '2024-02-19') dates.push(date);
  }
  const bars = allocateBars(dates.length);
  dates.forEach((date, index) => {
    bars.time[index] = toSessionKey(date);
    for (const column of [bars.open, bars.high, bars.low, bars.close]) column[index] = 100;
  });
  return bars;
}
