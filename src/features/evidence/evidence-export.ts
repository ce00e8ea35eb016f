import type {
  BundleAnnouncement,
  BundleConfounder,
} from '../../shared/domain/event-study/bundle/evidence-bundle';
import type {
  BundleOrder,
  OrderedEvent,
} from '../../shared/domain/event-study/bundle/bundle-order';
import type { Announcement } from '../../shared/domain/announcement/announcement';
import type { Confounder } from '../../shared/domain/event-study/confounders';
import { instrumentsOfEvent } from '../../shared/domain/event-study/evidence-question';
import type { LocalizedText } from '../../shared/domain/text/localized-text';
import { LOCALES, type Locale } from '../../shared/domain/settings/settings';
import { deskMessages } from '../../shared/i18n/desk/desk-catalogue';
import type { Desk } from '../../state/desk.svelte';
import type { PanelAnswer } from '../../state/evidence-panel-state.svelte';
import { isOwnConfounder } from '../../shared/domain/event-study/confounders';
import { verdictText } from './evidence-words';
import { type LedgerLine, ledgerLines, type LedgerWords } from './ledger-lines';

/** Asks where to save what the panel shows, as a page or as what it is computed from. */
export async function exportEvidence(desk: Desk, kind: 'html' | 'json'): Promise<void> {
  const { shown } = desk.evidence.panel;
  const order = shown && (await bundleOrder(desk, shown));
  const files = order && (await desk.evidence.makeBundle(order));
  if (!files || !order) return desk.notices.showError(desk.t.evidence.notExported);
  const bytes = new TextEncoder().encode(files[kind]);
  const suggestedName = fileName(order);
  const result = await desk.client.files.saveFile({ suggestedName, kind, bytes });
  const t = desk.t.export;
  if (result.saved) desk.notices.show(t.saved);
  else if (result.reason !== 'closed') desk.notices.showError(t.notSaved[result.reason]);
}

/** Everything that is known of one event, in both languages. */
export async function bundleOrder(
  desk: Desk,
  { question, answer, at }: PanelAnswer,
): Promise<BundleOrder | null> {
  const { announcement } = desk.evidence.panel;
  const card = announcement && (await desk.client.timeline.get({ id: announcement.id }));
  const timing = announcement && desk.evidence.sessionOf(announcement, question.instrument);
  if (!card || !timing) return null;
  const { instrument, benchmark, session, settings, until } = question;
  const confounders = desk.evidence.ledgerOf(card.id, question, answer);
  const event: OrderedEvent = {
    ...{ instrument, benchmark, session, announcements: [card.id] },
    timing: inBoth((locale) => {
      const t = deskMessages(locale).evidence;
      return timing.isChosen ? t.chosenByHand : t.reactionHelp(t.bases[timing.basis]);
    }),
    confounders: await confoundersInBoth(desk, confounders, session),
    said: saidOf(desk, card.id, { question, answer }),
  };
  return {
    ...{ title: card.title, settings, until, events: [event] },
    appVersion: desk.snapshot?.appVersion ?? '',
    // Both files of one answer are made of one bundle.
    made: new Date(at).toISOString(),
    announcements: [bundleAnnouncement(card)],
    names: Object.fromEntries(
      instrumentsOfEvent(question).map((id) => [
        id,
        desk.instruments.get(id)?.name ?? { en: id, zh: id },
      ]),
    ),
  };
}

function bundleAnnouncement({
  id,
  date,
  title,
  summary,
  sources,
}: Announcement): BundleAnnouncement {
  return {
    ...{ id, date, title, text: summary },
    sources: sources.map(({ publisher, url }) => ({ publisher, title: '', url })),
  };
}

async function confoundersInBoth(
  desk: Desk,
  confounders: readonly Confounder[],
  session: string,
): Promise<readonly BundleConfounder[]> {
  const lines = Object.fromEntries(
    LOCALES.map((locale) => [locale, ledgerLines(confounders, isoWords(desk, locale))]),
  ) as unknown as Record<Locale, readonly LedgerLine[]>;
  return Promise.all(
    confounders.map(async (confounder, place) => ({
      date: dateOf(confounder, session),
      text: inBoth((locale) => {
        const { text, when } = lines[locale][place] as LedgerLine;
        return [text, when].filter(Boolean).join(' · ');
      }),
      effect: inBoth((locale) => (lines[locale][place] as LedgerLine).effect),
      source: await sourceOf(desk, confounder),
      own: isOwnConfounder(confounder),
    })),
  );
}

function dateOf(confounder: Confounder, session: string): string {
  if (confounder.kind === 'corporate') return confounder.event.from;
  if (confounder.kind === 'announcement') return confounder.session;
  return confounder.kind === 'market-move' ? confounder.move.session : session;
}

async function sourceOf(desk: Desk, confounder: Confounder): Promise<BundleConfounder['source']> {
  if (confounder.kind === 'corporate') return { ...confounder.event.source, title: '' };
  if (confounder.kind !== 'announcement') return null;
  const card = await desk.client.timeline.get({ id: confounder.announcement.id });
  const source = card?.sources[0];
  return source ? { publisher: source.publisher, title: '', url: source.url } : null;
}

/** Where the ledger makes another verdict than the numbers alone. */
function saidOf(
  desk: Desk,
  id: string,
  { question, answer }: Pick<PanelAnswer, 'question' | 'answer'>,
): OrderedEvent['said'] {
  const qualified = desk.evidence.verdictOf(id, question, answer);
  if (qualified.verdict === answer.windowJudgement.verdict) return null;
  return {
    verdict: qualified.verdict,
    why: inBoth((locale) => verdictText(qualified, deskMessages(locale).evidence)),
  };
}

/** Words of a language that is not the desk's; dates as they are written everywhere. */
function isoWords(desk: Desk, locale: Locale): LedgerWords {
  return {
    ...{ t: deskMessages(locale), locale },
    formats: { percent: (value) => desk.formats.percent(value), date: (date) => date },
    nameOf: (id) => desk.instruments.nameOf(id, locale),
  };
}

function inBoth(text: (locale: Locale) => string): LocalizedText {
  return { en: text('en'), zh: text('zh-CN') };
}

function fileName({ events, title }: BundleOrder): string {
  const [event] = events;
  const code = (event?.instrument ?? '').replace(/[^A-Z0-9.-]/g, ' ').trim();
  return ['Evidence', code, event?.session ?? title.en].join(' ');
}
