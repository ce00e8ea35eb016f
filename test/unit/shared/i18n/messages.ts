import { deskMessages } from '../../../../src/shared/i18n/desk/desk-catalogue';
import { nativeMessages } from '../../../../src/shared/i18n/native-catalogue';
import { trayMessages } from '../../../../src/shared/i18n/tray/tray-catalogue';

/** A text of a catalogue under its path, `chart.exchangeState.open`. */
export interface Message {
  readonly path: string;
  readonly value: unknown;
}

export interface RenderedMessage {
  readonly path: string;
  readonly text: string;
  /** What was given for the parameters, as it must stand in the text. */
  readonly given: readonly string[];
}

/** Parameters that choose a word of the text: they do not stand in it themselves. */
const CHOICES: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  'session.dayName': { 0: 'Good Friday' },
  'timeline.places.span': { 1: 'quarter' },
};

export const CATALOGUES = {
  desk: { en: flatten(deskMessages('en')), zh: flatten(deskMessages('zh-CN')) },
  native: { en: flatten(nativeMessages('en')), zh: flatten(nativeMessages('zh-CN')) },
  tray: { en: flatten(trayMessages('en')), zh: flatten(trayMessages('zh-CN')) },
} as const;

export const ENGLISH: readonly Message[] = Object.values(CATALOGUES).flatMap(({ en }) => en);
export const CHINESE: readonly Message[] = Object.values(CATALOGUES).flatMap(({ zh }) => zh);

function flatten(group: object, prefix = ''): Message[] {
  return Object.entries(group).flatMap(([key, value]: [string, unknown]) => {
    const path = `${prefix}${key}`;
    return typeof value === 'object' && value !== null
      ? flatten(value, `${path}.`)
      : [{ path, value }];
  });
}

type Parameter = string | number;

/** Two digits: no language groups them. Different for each position. */
const sampleAt = (position: number): number => 61 + position;

/** The text with numbers for its parameters, `changed` in place of some. */
export function render(
  { path, value }: Message,
  changed: Readonly<Record<number, Parameter>> = {},
): RenderedMessage {
  if (typeof value === 'string') return { path, text: value, given: [] };
  if (typeof value !== 'function') throw new Error(`${path} is neither a text nor a function`);
  const choices = CHOICES[path] ?? {};
  const parameters = Array.from(
    { length: value.length },
    (_, at) => choices[at] ?? changed[at] ?? sampleAt(at),
  );
  const text = (value as (...all: Parameter[]) => unknown)(...parameters);
  if (typeof text !== 'string') throw new Error(`${path} gives no text`);
  return { path, text, given: parameters.map(String).filter((_, at) => !(at in choices)) };
}

export function parameterCount({ value }: Message): number {
  return typeof value === 'function' ? value.length : 0;
}

/** The words of the text itself: without what was given for its parameters. */
export function ownWords({ text, given }: RenderedMessage): string {
  return given.reduce((rest, word) => rest.replaceAll(word, ' '), text);
}
