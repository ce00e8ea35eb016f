import { beforeEach, describe, expect, it } from 'vitest';
import { FolderImport } from '../../../../../electron/core/quotes/folder-import';

let ordered: string[];
let reading: FolderImport;

beforeEach(() => {
  ordered = [];
  reading = new FolderImport({ importFolder: (folder) => ordered.push(folder) });
});

describe('FolderImport', () => {
  it('reads what was requested, once', () => {
    reading.begin('/bars');
    expect(ordered).toEqual([]);
    reading.request();
    reading.begin('/bars');
    reading.begin('/bars');
    expect(ordered).toEqual(['/bars']);
  });

  it('reads what was requested meanwhile only after the first has finished', () => {
    reading.request();
    reading.begin('/old');
    reading.request();
    reading.request();
    reading.begin('/new');
    expect(ordered).toEqual(['/old']);

    reading.finish();
    reading.begin('/new');
    reading.finish();
    reading.begin('/new');
    expect(ordered).toEqual(['/old', '/new']);
  });

  it('is under way from the request to the finish', () => {
    const seen = [reading.isUnderWay];
    reading.request();
    seen.push(reading.isUnderWay);
    reading.begin('/bars');
    seen.push(reading.isUnderWay);
    reading.finish();
    seen.push(reading.isUnderWay);
    expect(seen).toEqual([false, true, true, false]);
  });

  it('does not try an abandoned reading again, but one that had not begun', () => {
    reading.request();
    reading.begin('/poison');
    reading.abandon();
    reading.begin('/poison');
    expect(ordered).toEqual(['/poison']);

    reading.request();
    reading.abandon();
    reading.begin('/bars');
    expect(ordered).toEqual(['/poison', '/bars']);
  });

  it('forgets a request that is withdrawn', () => {
    reading.request();
    reading.withdraw();
    reading.begin('/bars');
    expect(ordered).toEqual([]);
  });
});
