import type { Claim, Stage } from '../../../shared/domain/announcement/announcement';
import type { ChartTheme, MarkedAnnouncement } from '../../chart-types';

/** What stands inside a glyph: letters (a stage, or how many announcements), or a drawn shape. */
export type GlyphSymbol =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'shape'; readonly shape: GlyphShape };
export type GlyphShape = 'dot' | 'cross' | 'square' | 'triangle' | 'ring';

/** `dashed`: reported, nobody confirmed it; `dotted`: a rumour only. */
export type GlyphOutline = 'solid' | 'dashed' | 'dotted';
export type GlyphColour = keyof Pick<
  ChartTheme,
  'accent' | 'amber' | 'violet' | 'cyan' | 'green' | 'grey' | 'red'
>;

export interface GlyphLook {
  readonly symbol: GlyphSymbol;
  readonly colour: GlyphColour;
  readonly outline: GlyphOutline;
}

const text = (letter: string): GlyphSymbol => ({ kind: 'text', text: letter });
const shape = (name: GlyphShape): GlyphSymbol => ({ kind: 'shape', shape: name });

const SYMBOLS: Record<Stage, GlyphSymbol> = {
  planned: shape('ring'),
  designing: shape('triangle'),
  announced: text('A'),
  'taped-out': text('T'),
  sampling: text('S'),
  production: shape('square'),
  deployed: text('D'),
  cancelled: shape('cross'),
  context: shape('dot'),
};

const COLOURS: Record<Stage, GlyphColour> = {
  planned: 'accent',
  designing: 'accent',
  announced: 'accent',
  'taped-out': 'violet',
  sampling: 'cyan',
  production: 'green',
  deployed: 'green',
  cancelled: 'red',
  context: 'grey',
};

const OUTLINES: Record<Claim, GlyphOutline> = {
  confirmed: 'solid',
  reported: 'dashed',
  rumoured: 'dotted',
};

const MAX_COUNT = 99;

/** How one glyph shows the announcements that it stands for (never none). */
export function lookOf(announcements: readonly MarkedAnnouncement[]): GlyphLook {
  const colours = new Set(announcements.map(colourOf));
  const [only] = colours;
  const common = colours.size === 1 && only !== undefined ? only : 'accent';
  return {
    symbol: symbolOf(announcements),
    colour: common,
    outline: strongestOutline(announcements),
  };
}

function symbolOf(announcements: readonly MarkedAnnouncement[]): GlyphSymbol {
  const [first] = announcements;
  if (announcements.length === 1 && first !== undefined) return SYMBOLS[first.stage];
  return text(announcements.length > MAX_COUNT ? `${MAX_COUNT}+` : String(announcements.length));
}

function colourOf({ stage, claim }: MarkedAnnouncement): GlyphColour {
  return claim === 'confirmed' || stage === 'context' ? COLOURS[stage] : 'amber';
}

/** Several announcements share the outline of the best founded one. */
function strongestOutline(announcements: readonly MarkedAnnouncement[]): GlyphOutline {
  const claims = new Set(announcements.map(({ claim }) => claim));
  const strongest = (['confirmed', 'reported', 'rumoured'] as const).find((claim) =>
    claims.has(claim),
  );
  return OUTLINES[strongest ?? 'rumoured'];
}
