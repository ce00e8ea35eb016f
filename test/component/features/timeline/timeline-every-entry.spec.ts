import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import type {
  Announcement,
  Company,
} from '../../../../src/shared/domain/announcement/announcement';
import type { Chip, Programme } from '../../../../src/shared/domain/announcement/programme';
import type { Instrument } from '../../../../src/shared/domain/instrument/instrument';
import { LOCALES } from '../../../../src/shared/domain/settings/settings';
import EveryEntry from './EveryEntry.svelte';
import { renderPane } from '../../../helpers/render-pane';

interface RecordFile {
  readonly companies: readonly Company[];
  readonly programmes: readonly Programme[];
  readonly chips: readonly Chip[];
  readonly announcements: readonly Announcement[];
}

const files = Object.values(
  import.meta.glob<RecordFile>('../../../../assets/announcements/*.json', {
    eager: true,
    import: 'default',
  }),
);
const { instruments } = import.meta.glob<{ instruments: readonly Instrument[] }>(
  '../../../../assets/instruments/catalogue.json',
  { eager: true, import: 'default' },
)['../../../../assets/instruments/catalogue.json'] as { instruments: readonly Instrument[] };
const announcements = files.flatMap((file) => file.announcements);
const record = {
  companies: files.flatMap(({ companies }) => companies),
  programmes: files.flatMap(({ programmes }) => programmes),
  chips: files.flatMap(({ chips }) => chips),
};

/** What stands out of the box that it is in, but for text that is cut with an ellipsis on purpose. */
function overflowing(root: Element): readonly string[] {
  const bounds = root.getBoundingClientRect();
  return [...root.querySelectorAll<HTMLElement>('*')]
    .filter((element) => !element.closest('.visually-hidden'))
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < bounds.left - 0.5 || right > bounds.right + 0.5);
    })
    .map(({ className, textContent }) => `${String(className)}: ${textContent.slice(0, 80)}`);
}

const rooms = LOCALES.flatMap((locale) =>
  [280, 364, 640].flatMap((widthPx) =>
    (['comfortable', 'compact'] as const).map((density) => ({ locale, widthPx, density })),
  ),
);

const renderRoom = ({ locale, widthPx, density }: (typeof rooms)[number]) =>
  renderPane(EveryEntry, {
    ...{ widthPx, announcements, record },
    snapshot: { instruments },
    settings: { locale, timelineDensity: density },
    props: { widthPx },
  });

describe('every entry stays in its line', () => {
  it.each(rooms)('in $locale, $density, in $widthPx px', async (room) => {
    const { screen } = await renderRoom(room);
    const entries = () => [...screen.container.querySelectorAll('.every')];
    await expect.poll(() => entries().length).toBe(announcements.length);
    const out = entries().flatMap((entry) =>
      overflowing(entry).map((what) => `${entry.getAttribute('data-id')} ${what}`),
    );
    expect(out).toEqual([]);
  });
});

describe('every entry stays in its card, which is the same beside lines of any density', () => {
  it.each(rooms.filter(({ density }) => density === 'comfortable'))(
    'in $locale, in $widthPx px',
    async (room) => {
      const { screen, desk } = await renderRoom(room);
      const card = screen.container.querySelector('.one-card') as Element;
      const out: string[] = [];
      for (const { id, summary } of announcements) {
        await desk.timeline.select(id);
        flushSync();
        expect(card.textContent).toContain(room.locale === 'zh-CN' ? summary.zh : summary.en);
        out.push(...overflowing(card).map((what) => `${id} ${what}`));
      }
      expect(out).toEqual([]);
    },
  );
});
