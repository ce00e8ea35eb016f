import { describe, expect, it } from 'vitest';
import { CATALOGUES, CHINESE, ENGLISH, type Message, parameterCount, render } from './messages';

const paths = (messages: readonly Message[]): string[] => messages.map(({ path }) => path);
const shape = (messages: readonly Message[]): string[] =>
  messages.map((message) => `${message.path}(${parameterCount(message)})`).sort();

describe.each(['desk', 'native', 'tray'] as const)('the %s catalogue', (name) => {
  const { en, zh } = CATALOGUES[name];

  it('has texts', () => {
    expect(en.length).toBeGreaterThan(20);
  });

  it('has the same keys in both languages, with as many parameters', () => {
    expect(shape(zh)).toEqual(shape(en));
  });

  it('holds nothing but texts and functions that make them', () => {
    const others = [...en, ...zh].filter(
      ({ value }) => typeof value !== 'string' && typeof value !== 'function',
    );
    expect(paths(others)).toEqual([]);
  });
});

/** Texts that a language does not need. */
const MAY_BE_EMPTY: Readonly<Record<string, string>> = {
  'timeline.workloads.n/a': 'there is no workload to name',
  'timeline.noteLanguage': 'the notes are English: only the Chinese desk says so',
};

/** Stands between two texts: the blank is part of it. */
const SEPARATORS: ReadonlySet<string> = new Set(['timeline.listSeparator']);

describe.each([
  ['English', ENGLISH],
  ['Chinese', CHINESE],
] as const)('%s texts', (_language, messages) => {
  const rendered = messages.map((message) => render(message));

  it('are never empty', () => {
    const empty = rendered.filter(
      ({ path, text }) => text.trim() === '' && !(path in MAY_BE_EMPTY),
    );
    expect(empty).toEqual([]);
  });

  it('have no blank at an end and none twice', () => {
    const odd = rendered.filter(
      ({ path, text }) => !SEPARATORS.has(path) && (text !== text.trim() || / {2}/.test(text)),
    );
    expect(odd).toEqual([]);
  });

  it('hold what was given for each parameter', () => {
    const forgetful = rendered.filter(
      ({ text, given }) => !given.every((word) => text.includes(word)),
    );
    expect(forgetful).toEqual([]);
  });

  it('show no accident of programming', () => {
    const accident = /\b(undefined|null|NaN|object Object|function)\b|\$\{|\{\{|\}\}|=>/;
    expect(rendered.filter(({ text }) => accident.test(text))).toEqual([]);
  });
});

describe('English texts', () => {
  it('count one thing in the singular', () => {
    const singular = ENGLISH.flatMap((message) =>
      Array.from({ length: parameterCount(message) }, (_, at) => render(message, { [at]: 1 })),
    );
    expect(singular.length).toBeGreaterThan(5);
    // Verbs end so too.
    const plural =
      /(?<![\d.,])1 (?!(?:has|was|is|as|this|crosses|rises|falls|comes|leaves)\b)[a-z]+s\b/;
    expect(singular.filter(({ text }) => plural.test(text))).toEqual([]);
  });

  it('use one kind of quotation marks', () => {
    const texts = ENGLISH.map((message) => render(message));
    const curly = texts.filter(({ text }) => /[“”]/.test(text));
    const straight = texts.filter(({ text }) => text.includes('"'));
    expect(straight.length === 0 || curly.length === 0, 'both kinds are used').toBe(true);
  });
});
