import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readXml } from '../../../../../electron/feeds/xml-tree';
import { plainText } from '../../../../../src/shared/domain/feeds/plain-text';
import { readOpml } from '../../../../../src/shared/domain/feeds/read-opml';
import { writeOpml } from '../../../../../src/shared/domain/feeds/write-opml';

it('writes lists that read back as they were', () => {
  const feed = fc.record({
    title: fc.string({ minLength: 1, maxLength: 40 }).map((text) => plainText(text, 60)),
    address: fc.webUrl({ withQueryParameters: true }),
    home: fc.option(fc.webUrl()),
  });
  fc.assert(
    fc.property(fc.uniqueArray(feed, { selector: ({ address }) => address }), (feeds) => {
      const reading = readXml(writeOpml(feeds, 'Mine & <others>'));
      const read = reading.ok ? readOpml(reading.root) : null;
      expect(read).toEqual(feeds.map(({ address, title }) => ({ address, title })));
    }),
  );
});
