/**
 * One way of pressing a shortcut. `key` is `KeyboardEvent.key`, letters small; `mod` is Ctrl, on a Mac
 * the command key. Shift is left out where the character itself tells it (`?`, `+`).
 */
export interface KeyPress {
  readonly key: string;
  readonly mod?: true;
  readonly alt?: true;
  readonly shift?: true;
}

/**
 * Where a shortcut works, in the order in which they are listed; `desk`: wherever the focus is;
 * `lists`: there too, but where the focus is in something that has the same key for itself.
 */
export const SHORTCUT_SECTIONS = [
  'desk',
  'chart',
  'drawings',
  'replay',
  'lists',
  'watchlist',
  'timeline',
  'inbox',
  'palette',
] as const;
export type ShortcutSection = (typeof SHORTCUT_SECTIONS)[number];

const key = (name: string): KeyPress => ({ key: name });
const shift = (name: string): KeyPress => ({ key: name, shift: true });
const mod = (name: string): KeyPress => ({ key: name, mod: true });
const modShift = (name: string): KeyPress => ({ key: name, mod: true, shift: true });
const alt = (name: string): KeyPress => ({ key: name, alt: true });
const altShift = (name: string): KeyPress => ({ key: name, alt: true, shift: true });

/**
 * Every shortcut of the app: what handlers listen to and what the overlay lists. One line here and its
 * name in both catalogues (`i18n/desk/{en,zh}/shortcuts.ts`) add one.
 */
export const SHORTCUTS = {
  desk: {
    palette: [mod('k')],
    overlay: [key('?')],
    industry: [modShift('m')],
    newAlert: [alt('a')],
    alerts: [modShift('a')],
    evidence: [modShift('x')],
    copyPicture: [modShift('c')],
    savePicture: [modShift('s')],
    saveBars: [modShift('e')],
  },
  chart: {
    older: [key('ArrowLeft')],
    newer: [key('ArrowRight')],
    olderFar: [shift('ArrowLeft')],
    newerFar: [shift('ArrowRight')],
    hideCrosshair: [key('Escape')],
    olderScreen: [key('PageUp')],
    newerScreen: [key('PageDown')],
    zoomIn: [key('+'), key('=')],
    zoomOut: [key('-')],
    oldest: [key('Home')],
    newest: [key('End')],
    reset: [key('0')],
    compare: [key('c')],
    table: [key('t')],
    // As the desks of mainland China have it.
    sessionLine: [key('F5')],
    olderNews: [key('['), alt('ArrowLeft')],
    newerNews: [key(']'), alt('ArrowRight')],
    pinNews: [key('Enter')],
    eventWindow: [alt('e')],
    interval: [key('5'), key('Enter')],
  },
  drawings: {
    'horizontal-line': [alt('h')],
    'trend-line': [alt('t')],
    ray: [alt('r')],
    rectangle: [altShift('r')],
    measure: [alt('m')],
    'text-note': [alt('n')],
    next: [alt('d')],
    previous: [altShift('d')],
    remove: [key('Delete')],
    copy: [mod('d')],
    undo: [mod('z')],
    redo: [modShift('z'), mod('y')],
  },
  replay: {
    back: [shift('ArrowLeft')],
    forward: [shift('ArrowRight')],
    toggle: [key(' ')],
    leave: [key('Escape')],
  },
  lists: {
    undo: [mod('z')],
    redo: [modShift('z'), mod('y')],
    table: [modShift('l')],
    heatMap: [modShift('h')],
  },
  watchlist: {
    up: [key('ArrowUp')],
    down: [key('ArrowDown')],
    pageUp: [key('PageUp')],
    pageDown: [key('PageDown')],
    first: [key('Home')],
    last: [key('End')],
    extendUp: [shift('ArrowUp')],
    extendDown: [shift('ArrowDown')],
    selectAll: [mod('a')],
    unselect: [key('Escape')],
    mark: [mod(' ')],
    open: [key('Enter'), key(' ')],
    edit: [key('e')],
    star: [key('s')],
    remove: [key('Delete'), key('Backspace')],
    rename: [key('F2')],
    collapse: [key('ArrowLeft')],
    expand: [key('ArrowRight')],
    moveUp: [alt('ArrowUp')],
    moveDown: [alt('ArrowDown')],
  },
  timeline: {
    up: [key('ArrowUp')],
    down: [key('ArrowDown')],
    pageUp: [key('PageUp')],
    pageDown: [key('PageDown')],
    first: [key('Home')],
    last: [key('End')],
  },
  inbox: {
    next: [key('j'), key('ArrowDown')],
    previous: [key('k'), key('ArrowUp')],
    pageDown: [key('PageDown')],
    pageUp: [key('PageUp')],
    first: [key('Home')],
    last: [key('End')],
    open: [key('Enter')],
    star: [key('s')],
    read: [key('u')],
    dismiss: [key('x'), key('Delete')],
    draft: [key('m')],
  },
  palette: {
    up: [key('ArrowUp')],
    down: [key('ArrowDown')],
    run: [key('Enter')],
    close: [key('Escape')],
  },
} as const satisfies Record<ShortcutSection, Record<string, readonly KeyPress[]>>;

export type ShortcutName<Section extends ShortcutSection> = keyof (typeof SHORTCUTS)[Section] &
  string;

/** Pressed one after the other, where others are ways of doing the same. */
export const SEQUENCES: ReadonlySet<string> = new Set(['chart.interval']);

/** What of a `KeyboardEvent` counts; the domain knows no DOM. */
export interface KeyboardEventLike {
  readonly key: string;
  /** The place of the key, `KeyH`; with Alt a letter may be another character. */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The shortcut of a section that a key means; null where it means none. */
export function shortcutOf<Section extends ShortcutSection>(
  section: Section,
  event: KeyboardEventLike,
  isMac: boolean,
): ShortcutName<Section> | null {
  const names = Object.keys(SHORTCUTS[section]) as ShortcutName<Section>[];
  return (
    names.find(
      (name) =>
        !SEQUENCES.has(`${section}.${name}`) &&
        pressesOf(section, name).some((press) => isPressed(press, event, isMac)),
    ) ?? null
  );
}

export function pressesOf<Section extends ShortcutSection>(
  section: Section,
  name: ShortcutName<Section>,
): readonly KeyPress[] {
  return (SHORTCUTS[section] as Readonly<Record<string, readonly KeyPress[]>>)[name] ?? [];
}

/** The keys of a press as they are engraved: `Ctrl`, `Shift`, `S`. */
export function keyCaps(press: KeyPress, isMac: boolean): readonly string[] {
  const name = CAPS[press.key] ?? press.key.toUpperCase();
  return [
    press.mod && (isMac ? '⌘' : 'Ctrl'),
    press.alt && (isMac ? '⌥' : 'Alt'),
    press.shift && (isMac ? '⇧' : 'Shift'),
    name,
  ].filter((cap) => typeof cap === 'string');
}

const CAPS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Enter: '↵',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
  Home: 'Home',
  End: 'End',
  ' ': '␣',
  '-': '−',
};

function isPressed(press: KeyPress, event: KeyboardEventLike, isMac: boolean): boolean {
  const command = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  const typed = typedKey(event);
  if (typed !== press.key || other) return false;
  if (command !== (press.mod === true) || event.altKey !== (press.alt === true)) return false;
  return isSign(press) || event.shiftKey === (press.shift === true);
}

function typedKey({ key: name, code, altKey }: KeyboardEventLike): string {
  const letter = altKey ? /^Key([A-Z])$/.exec(code ?? '')?.[1] : undefined;
  return letter?.toLowerCase() ?? (name.length === 1 ? name.toLowerCase() : name);
}

/** A sign that some keyboards have with shift and others without. */
function isSign({ key: name, mod: command }: KeyPress): boolean {
  return !command && name.length === 1 && !/[a-z0-9 ]/.test(name);
}
