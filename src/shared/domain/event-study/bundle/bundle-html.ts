import type { BundleWords } from './bundle-words';
import type { BundleSeries, EvidenceBundle } from './evidence-bundle';
import { eventSection, inWords, isKnown, paragraph } from './event-section';
import { element, escapeText, type Html, type HtmlPart, link, table } from './html-text';
import { panelSection } from './panel-section';

/**
 * A bundle as one page that needs nothing else: no script, no font, no address that is loaded. Its
 * own policy forbids them besides. All languages are in it, one of them shown at a time.
 *
 * @param languages - the first one shows first
 * @returns the same bytes for the same bundle and words
 */
export function renderBundleHtml(
  bundle: EvidenceBundle,
  languages: readonly BundleWords[],
): string {
  const title = languages.map((words) => inWords(bundle.input.title, words))[0] ?? '';
  const shown = languages
    .map((_, index) => `#l${index}:checked~.l${index}{display:block}`)
    .join('');
  const page = element(
    'html',
    { lang: languages[0]?.language ?? null },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
      element('meta', { name: 'viewport', content: 'width=device-width' }),
      element('title', {}, title),
      { html: `<style>${STYLE}${shown}</style>` },
    ),
    element(
      'body',
      {},
      languages.map((words, index) => languageSwitch(words, index)),
      languages.map((words, index) => languagePart(bundle, words, index)),
    ),
  );
  return `<!doctype html>\n${page.html}\n`;
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

function languageSwitch({ language, ownName }: BundleWords, index: number): readonly Html[] {
  const checked = index === 0 ? { checked: '' } : {};
  return [
    element('input', { type: 'radio', name: 'language', id: `l${index}`, ...checked }),
    element('label', { for: `l${index}`, lang: language }, ownName),
  ];
}

function languagePart(bundle: EvidenceBundle, words: BundleWords, index: number): Html {
  const { input, statistics, appVersion, made } = bundle;
  const { panel } = statistics;
  return element(
    'main',
    { class: `l${index}`, lang: words.language },
    element('p', { class: 'kind' }, words.heading),
    element('h1', {}, inWords(input.title, words)),
    element('p', { class: 'caution' }, words.caution),
    panel === null
      ? input.events.map((event, at) =>
          eventSection(event, statistics.events[at] ?? {}, input, words),
        )
      : panelSection(panel, bundle, words),
    announcementSection(bundle, words),
    dataSection(bundle, words),
    element('p', { class: 'kind' }, words.made(appVersion, made)),
  );
}

function announcementSection({ input }: EvidenceBundle, words: BundleWords): HtmlPart {
  if (input.announcements.length === 0) return null;
  return element(
    'section',
    {},
    element('h2', {}, words.announcements),
    input.announcements.map(({ date, title, text, sources }) => [
      element('h3', {}, `${date} \u00b7 ${inWords(title, words)}`),
      paragraph(inWords(text, words)),
      element(
        'p',
        {},
        `${words.sources}: `,
        sources.map(({ publisher, title: name, url }, at) => [
          at === 0 ? null : '; ',
          link([publisher, name].filter((one) => one !== '').join(': ') || url, url),
        ]),
      ),
    ]),
  );
}

function dataSection({ input, dataHash }: EvidenceBundle, words: BundleWords): Html {
  const { model, estimation, window } = input.parameters;
  const asked =
    'length' in estimation
      ? words.lengthWords(String(estimation.length), String(estimation.gap))
      : words.spanWords(estimation.from, estimation.to);
  return element(
    'section',
    {},
    element('h2', {}, words.data),
    paragraph(
      [
        isKnown(words.models, model) ? words.models[model] : '',
        asked,
        words.windowWords(String(window[0]), String(window[1])),
      ].join(' \u00b7 '),
    ),
    table(
      [words.series, words.source, words.closes, words.sessions, words.date],
      input.series.map((one) => [
        `${inWords(one.name, words)} (${one.id})`,
        one.source,
        one.adjusted ? words.adjusted : words.unadjusted,
        String(one.dates.length),
        [one.dates[0], one.dates[one.dates.length - 1]].filter(Boolean).join(' \u2013 '),
      ]),
    ),
    element('p', {}, `${words.hash}: `, element('code', {}, dataHash)),
    paragraph(words.verify),
    input.series.map((one) => closesOf(one, words)),
  );
}

function closesOf({ id, dates, closes }: BundleSeries, words: BundleWords): Html {
  const lines = dates.map((date, at) => `${date} ${closes[at]}`).join('\n');
  return element('details', {}, element('summary', {}, `${id}: ${words.closes}`), {
    html: `<pre>${escapeText(lines)}</pre>`,
  });
}

const STYLE = [
  ':root{color-scheme:light dark;--ink:#1b1f24;--soft:#5b6470;--line:#c9ced6;--mark:#2f6fde}',
  '@media(prefers-color-scheme:dark){:root{--ink:#dfe3e8;--soft:#98a1ad;--line:#3a414b;--mark:#7aa7ff}}',
  'body{margin:0 auto;max-width:60rem;padding:1.5rem;color:var(--ink);',
  'font:15px/1.5 Inter,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}',
  'main{display:none}label{margin-right:1rem;color:var(--soft)}',
  'h1{font-size:1.5rem;margin:.2rem 0}h2{font-size:1.15rem;margin-top:2rem}h3{font-size:1rem}',
  '.kind{color:var(--soft)}.caution,.verdict{border-left:3px solid var(--mark);padding-left:.8rem}',
  'figure{margin:1rem 0}figcaption{color:var(--soft)}svg{width:100%;height:auto;display:block}',
  'svg text{font-size:12px;fill:var(--soft)}.rule{stroke:var(--line)}.band{fill:var(--mark);opacity:.15}',
  '.line{fill:none;stroke:var(--mark);stroke-width:1.5}.dot{fill:var(--mark)}',
  '.bar{fill:var(--soft);opacity:.5}.event{stroke:var(--mark);stroke-width:2}',
  '.wide{overflow-x:auto}table{border-collapse:collapse;margin:1rem 0;font-variant-numeric:tabular-nums}',
  'th,td{text-align:left;padding:.2rem .8rem .2rem 0;border-bottom:1px solid var(--line);vertical-align:top}',
  '.n{text-align:right}code{overflow-wrap:anywhere}pre{font-size:12px;max-height:20rem;overflow:auto}',
  '@media print{input,label{display:none}}',
].join('');
