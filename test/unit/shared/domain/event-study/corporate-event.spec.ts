import { describe, expect, it } from 'vitest';
import {
  isOwnEvent,
  ownEvent,
  type OwnEventDraft,
  ownEventFault,
  readOwnDraft,
} from '../../../../../src/shared/domain/event-study/corporate-event';

const draft: OwnEventDraft = {
  ...{ instrument: 'XHKG:02513', kind: 'earnings', from: '2026-05-28', to: null },
  ...{ text: ' Results\nof the year ', url: ' https://www.example.com/a?b=1 ' },
};

describe('an event of the user', () => {
  it('is one line with the host of its source as publisher', () => {
    const event = ownEvent('own:3', draft);
    expect(event).toMatchObject({
      ...{ id: 'own:3', from: '2026-05-28', to: null, approximate: false },
      title: { en: 'Results of the year', zh: 'Results of the year' },
      source: { publisher: 'example.com', url: 'https://www.example.com/a?b=1' },
    });
    expect(isOwnEvent(event)).toBe(true);
    expect(isOwnEvent({ id: 'zhipu-listing-2026' })).toBe(false);
  });

  it.each([
    [{ text: ' \n ' }, 'no-text'],
    [{ text: 'a'.repeat(201) }, 'text-too-long'],
    [{ from: '2026-02-30' }, 'bad-date'],
    [{ to: 'soon' }, 'bad-date'],
    [{ to: '2026-05-27' }, 'ends-before'],
    [{ url: '' }, 'bad-source'],
    [{ url: 'javascript:alert(1)' }, 'bad-source'],
    [{ url: 'https://user:word@example.com/' }, 'bad-source'],
  ] as const)('%o is refused: %s', (change, fault) => {
    expect(ownEventFault({ ...draft, ...change })).toBe(fault);
  });

  it('may last from one day to another', () => {
    expect(ownEventFault({ ...draft, to: '2026-05-28' })).toBeNull();
    expect(ownEventFault({ ...draft, kind: 'lock-up', to: '2026-07-08' })).toBeNull();
  });
});

describe('a stored event', () => {
  it('is read as it was written', () => {
    expect(readOwnDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  it.each([
    ...[null, 'text', 7, [], {}],
    ...[
      { ...draft, kind: 'gossip' },
      { ...draft, instrument: 'zhipu' },
      { ...draft, from: 1 },
    ],
    ...[
      { ...draft, to: 5 },
      { ...draft, text: null },
      { ...draft, url: 'ftp://example.com' },
    ],
  ])('%o is none', (value) => {
    expect(readOwnDraft(value)).toBeNull();
  });
});
