import type { Confounder } from '../../shared/domain/event-study/confounders';
import { isOwnConfounder } from '../../shared/domain/event-study/confounders';
import type { Locale } from '../../shared/domain/settings/settings';
import type { DeskMessages } from '../../shared/i18n/desk/desk-catalogue';
import type { Desk } from '../../state/desk.svelte';
import type { FormatsState } from '../../state/formats-state.svelte';

/** One entry of the ledger in words. */
export interface LedgerLine {
  readonly key: string;
  readonly text: string;
  /** When, and of what kind; empty where the text says it all. */
  readonly when: string;
  readonly effect: string;
  readonly tone: Confounder['effect'];
  /** The announcement that it is; else null. */
  readonly announcementId: string | null;
  /** The corporate event whose source can be opened; else null. */
  readonly eventId: string | null;
  readonly publisher: string;
  /** The user added it, and can take it away. */
  readonly isOwn: boolean;
}

/** What words are made with: those of the desk, or of a language of their own. */
export interface LedgerWords {
  readonly t: DeskMessages;
  readonly locale: Locale;
  readonly formats: Pick<FormatsState, 'percent' | 'date'>;
  readonly nameOf: (instrument: string) => string;
}

/** Words as the desk speaks now. */
export function wordsOfDesk({ t, settings, formats, instruments }: Desk): LedgerWords {
  const { locale } = settings;
  return { t, locale, formats, nameOf: (id) => instruments.nameOf(id, locale) };
}

/** The ledger in words, in its order. */
export function ledgerLines(confounders: readonly Confounder[], words: LedgerWords): LedgerLine[] {
  return confounders.map((confounder) => ({
    ...NOTHING,
    ...wordsOf(confounder, words),
    effect: words.t.evidenceLedger.effects[confounder.effect],
    tone: confounder.effect,
    isOwn: isOwnConfounder(confounder),
  }));
}

const NOTHING = { when: '', announcementId: null, eventId: null, publisher: '' };

function wordsOf(
  confounder: Confounder,
  words: LedgerWords,
): Pick<LedgerLine, 'key' | 'text'> & Partial<LedgerLine> {
  const { t: messages, formats, nameOf } = words;
  const t = messages.evidenceLedger;
  switch (confounder.kind) {
    case 'market-move': {
      const { instrument, change, z, offset, session } = confounder.move;
      const size =
        z === null ? formats.percent(change) : t.moveSize(formats.percent(change), times(z));
      return {
        key: `move ${instrument} ${offset}`,
        text: `${t.moveIndex(nameOf(instrument))} ${size}`,
        when: whenText(offset, formats.date(session), words),
        publisher: t.noSource,
      };
    }
    case 'announcement':
      return announcementWords(confounder, words);
    case 'corporate':
      return corporateWords(confounder, words);
    case 'volatility':
      return {
        key: 'volatility',
        text: t.swings(confounder.ratio.toFixed(1)),
        publisher: t.noSource,
      };
    case 'volume': {
      const share = `${Math.round(confounder.ratio * 100)} %`;
      return { key: 'volume', text: t.thinVolume(share), publisher: t.noSource };
    }
    case 'data':
      return { key: confounder.doubt, text: t.doubts[confounder.doubt], publisher: t.noSource };
  }
}

function announcementWords(
  { announcement, offset, session, sameCompany }: Extract<Confounder, { kind: 'announcement' }>,
  words: LedgerWords,
): Pick<LedgerLine, 'key' | 'text'> & Partial<LedgerLine> {
  const { t: messages, formats, locale } = words;
  const t = messages.evidenceLedger;
  const isMove = announcement.contextKind === 'price-move' && sameCompany;
  const kind = isMove ? t.tellsTheMove : sameCompany ? t.sameCompany : '';
  return {
    key: announcement.id,
    text: locale === 'zh-CN' ? announcement.title.zh : announcement.title.en,
    when: [whenText(offset, formats.date(session), words), kind].filter(Boolean).join(' · '),
    publisher: t.sourceCount(announcement.sourceCount),
    announcementId: announcement.id,
  };
}

function corporateWords(
  { event, offset }: Extract<Confounder, { kind: 'corporate' }>,
  words: LedgerWords,
): Pick<LedgerLine, 'key' | 'text'> & Partial<LedgerLine> {
  const { t: messages, formats, locale } = words;
  const t = messages.evidenceLedger;
  const last = event.to === null ? '' : formats.date(event.to);
  const dated = event.approximate ? t.about : (text: string) => text;
  const days =
    event.to === null
      ? dated(formats.date(event.from))
      : messages.evidence.lasts(formats.date(event.from), dated(last));
  return {
    key: event.id,
    text: locale === 'zh-CN' ? event.title.zh : event.title.en,
    when: [whenText(offset, days, words), t.eventKinds[event.kind]].join(' · '),
    publisher: t.sourceOf(event.source.publisher),
    eventId: event.id,
  };
}

function whenText(offset: number | null, days: string, { t }: Pick<LedgerWords, 't'>): string {
  const { offsets } = t.evidenceLedger;
  const place =
    offset === null
      ? offsets.over
      : offset < 0
        ? offsets.before
        : offset > 0
          ? offsets.after
          : offsets.same;
  return `${place} · ${days}`;
}

/** `2.6 ×`, whichever way it went. */
function times(z: number): string {
  return `${Math.abs(z).toFixed(1)}\u00a0×`;
}
