import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { checkFeedAddress } from '../../../electron/feeds/feed-address';
import schema from '../../../assets/feeds/schema/suggested-feeds.schema.json';
import file from '../../../assets/feeds/suggested-feeds.json';
import { LONGEST_FEED_TITLE } from '../../../src/shared/domain/feeds/feed';

const { feeds } = file;

describe('the suggested feeds', () => {
  it('keep to their schema', () => {
    const validate = new Ajv({ allErrors: true }).compile(schema);
    expect(validate(file) ? [] : validate.errors).toEqual([]);
  });

  it('have each identity and each address once', () => {
    expect(new Set(feeds.map(({ id }) => id)).size).toBe(feeds.length);
    expect(new Set(feeds.map(({ address }) => address)).size).toBe(feeds.length);
  });

  it('have addresses that a user could type as they are', () => {
    for (const { address, title } of feeds) {
      const checked = checkFeedAddress(address, false);
      expect(checked.ok && checked.url.href).toBe(address);
      expect(title.length).toBeLessThanOrEqual(LONGEST_FEED_TITLE);
    }
  });

  it('are of the site that they name as their home', () => {
    const siteOf = (address: string) => new URL(address).hostname.split('.').slice(-2).join('.');
    for (const { address, home } of feeds) expect(siteOf(address)).toBe(siteOf(home));
  });

  it('offer both languages and every kind', () => {
    expect(new Set(feeds.map(({ language }) => language.slice(0, 2)))).toEqual(
      new Set(['en', 'zh']),
    );
    expect(new Set(feeds.map(({ kind }) => kind))).toEqual(
      new Set(['company', 'press', 'analysis']),
    );
  });
});
