import { describe, expect, it } from 'vitest';
import { CHINESE, ENGLISH, ownWords, render } from './messages';

const HAN = /\p{Script=Han}/u;
const LETTERS = /\p{L}/u;

/** Texts that are the same in every language. */
const WITHOUT_CHINESE: Readonly<Record<string, string>> = {
  'chart.exchanges.XETR': 'the exchange is called so in Chinese too',
  'chart.exchanges.BITGET': 'a name',
  'chart.sources.bitget': 'a name',
  'chart.sources.finnhub': 'a name',
  'chart.sources.tiingo': 'a name',
  'chart.sources.twelve-data': 'a name',
  'industry.kinds.cpu': 'a word of the trade',
  'industry.kinds.soc': 'a word of the trade',
  'timeline.kinds.cpu': 'a word of the trade',
  'timeline.kinds.dpu': 'a word of the trade',
  'timeline.kinds.soc': 'a word of the trade',
  'watchlist.venueTags.BITGET': 'a name',
  'watchlist.venueTags.XETR': 'the exchange is called so in Chinese too',
  'import.encodings.gb18030': 'a name',
  'import.encodings.utf-16be': 'a name',
  'import.encodings.utf-16le': 'a name',
  'import.encodings.utf-8': 'a name',
  'import.zones.UTC': 'a name',
  'studies.indicators.atr.short': 'a word of the trade',
  'studies.indicators.bollinger.short': 'a word of the trade',
  'studies.indicators.ema.short': 'a word of the trade',
  'studies.indicators.macd.short': 'a word of the trade',
  'studies.indicators.obv.short': 'a word of the trade',
  'studies.indicators.rsi.short': 'a word of the trade',
  'studies.indicators.sma.short': 'a word of the trade',
  'studies.indicators.vwap.short': 'a word of the trade',
  'studies.indicators.wma.short': 'a word of the trade',
  'studies.outputs.macd.0': 'a word of the trade',
  'studies.outputs.macd.1': 'a word of the trade',
  'studies.outputs.stochastic.0': 'a word of the trade',
  'studies.outputs.stochastic.1': 'a word of the trade',
  'outputs.signal': 'a word of the trade',
  'outputs.k': 'a word of the trade',
  'outputs.d': 'a word of the trade',
  'transfer.formats.motivewave': 'a name',
  'transfer.formats.tapeout': 'a name',
  'transfer.formats.ticker': 'a name',
  'transfer.formats.tradingview': 'a name',
  'evidence.alphaBeta': 'letters of the trade',
  'evidenceFamily.eventColumns.bh': 'names',
  'evidenceFamily.eventColumns.holm': 'a name',
  'evidenceFamily.testColumns.bh': 'names',
  'evidenceFamily.testColumns.holm': 'a name',
  appName: "the app's name",
};

/** Names and words of the trade that stay as they are inside a Chinese sentence. */
const KEPT_WORDS =
  /TradingView( Lightweight Charts)?|Kolari-Pynnönen|Benjamini-Hochberg|Holm|BMP|Patell|Corrado|HTML|Tapeout|SIMULATED|Yahoo|Twelve Data|https?|wss?|CSV|TSV|PNG|SVG|JSON|Markdown|iCalendar|TimelineJS|UTF|GB|Big5|Shift-JIS|Windows-1252|gzip|NYSE|Arca|MIC:?|AI|CPU|VWAP|RSS|Atom|OPML|Cookie|Enter|Esc|Shift|Alt|Ctrl|MB|“backups”|--[a-z-]+( DIR)?|TWS|YAML|[\w.]*\.(csv(\.gz)?|blk|txt|yaml|json)|\b(Date|Open|High|Low|Close)\b|\(&[A-Z]\)/g;

const chinese = CHINESE.map((message) => render(message));
const english = ENGLISH.map((message) => render(message));

describe('Chinese texts', () => {
  it('are Chinese, but for those that have a reason', () => {
    const foreign = chinese.filter(
      (message) => LETTERS.test(ownWords(message)) && !HAN.test(message.text),
    );
    expect(foreign.map(({ path }) => path).sort()).toEqual(Object.keys(WITHOUT_CHINESE).sort());
  });

  it('leave no English phrase standing', () => {
    const phrases = chinese.filter(({ text }) =>
      /[a-z]{2,}[ -][a-z]{2,}/i.test(text.replace(KEPT_WORDS, '')),
    );
    expect(phrases).toEqual([]);
  });

  it('leave no English word standing that is no name', () => {
    const words = chinese.filter(
      (message) =>
        !(message.path in WITHOUT_CHINESE) &&
        message.path !== 'watchlist.palette.commands.languageEnglish' &&
        /[a-z]{2,}/i.test(ownWords(message).replace(KEPT_WORDS, '')),
    );
    expect(words).toEqual([]);
  });

  it('use the marks of Chinese print between Chinese words', () => {
    const halfWidth =
      /\p{Script=Han}[”』」）]?[,;:!?]|[,;:!?]\p{Script=Han}|\p{Script=Han}\.(?!\w)/u;
    expect(chinese.filter(({ text }) => halfWidth.test(text.replace(KEPT_WORDS, '')))).toEqual([]);
  });

  it('are written in simplified characters', () => {
    const traditional =
      /[個們這來時後會說對開關顯數據東證買賣電圖價幣線產業實發點選擇輸讀寫錯誤應]/;
    expect(chinese.filter(({ text }) => traditional.test(text))).toEqual([]);
  });
});

describe('English texts', () => {
  it('hold no Chinese, but where it names that language', () => {
    const foreign = english.filter(({ text }) => HAN.test(text));
    expect(foreign.map(({ path }) => path).sort()).toEqual([
      'watchlist.palette.commands.languageChinese',
    ]);
  });
});

describe('no text says why a price moved', () => {
  const ENGLISH_CAUSE =
    /\b(because of|due to|caused|causes|thanks to|driven by|owing to|as a result of|on the back of|in response to|reacted|triggered|sparked|boosted|lifted by|led to|sent (the )?(shares|stock|price))\b/i;
  const CHINESE_CAUSE =
    /因为|由于|导致|致使|造成|引发|推动|推高|提振|拖累|带动|刺激|归因|得益于|受益于|受[^，。]{0,16}影响/;

  it('in English', () => {
    expect(english.filter(({ text }) => ENGLISH_CAUSE.test(text))).toEqual([]);
  });

  it('in Chinese', () => {
    // “您的数据未受影响” tells of the user's data, not of a price.
    const told = chinese.filter(({ text }) => CHINESE_CAUSE.test(text.replace('未受影响', '')));
    expect(told).toEqual([]);
  });

  it.each([
    'The shares rose 14 % because of the chip',
    'Up 14 % thanks to the announcement',
    'The announcement sent the shares down',
  ])('and would be found: %s', (text) => {
    expect(text).toMatch(ENGLISH_CAUSE);
  });

  it.each(['受该消息影响，股价上涨 14%', '因为芯片消息，股价上涨', '该公告导致股价下跌'])(
    'and would be found: %s',
    (text) => {
      expect(text).toMatch(CHINESE_CAUSE);
    },
  );
});
