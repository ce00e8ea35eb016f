import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../../src/shared/domain/announcement/announcement';
import type { Chip, Programme } from '../../../src/shared/domain/announcement/programme';
import { referenceFaults } from '../../helpers/announcement-references';
import { announcementFiles, type AnnouncementFile } from '../../helpers/announcement-set';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The parts of a copy of the whole set that a test may break. */
interface Copy {
  readonly files: readonly AnnouncementFile[];
  readonly programme: (id: string) => Writable<Programme>;
  readonly chip: (id: string) => Writable<Chip>;
  readonly entry: (id: string) => Writable<Announcement>;
}

function copy(): Copy {
  const files = structuredClone(announcementFiles);
  const find = <T extends { id: string }>(all: readonly T[], id: string): Writable<T> => {
    const found = all.find((each) => each.id === id);
    if (!found) throw new Error(`${id} is not in the set`);
    return found;
  };
  return {
    files,
    programme: (id) =>
      find(
        files.flatMap((file) => file.programmes),
        id,
      ),
    chip: (id) =>
      find(
        files.flatMap((file) => file.chips),
        id,
      ),
    entry: (id) =>
      find(
        files.flatMap((file) => file.announcements),
        id,
      ),
  };
}

describe('the references of the set', () => {
  it('lead somewhere, to the right thing, and never in a circle', () => {
    expect(referenceFaults(announcementFiles)).toEqual([]);
  });

  it.each<[string, (copy: Copy) => void, string]>([
    [
      'a programme of a company of another file',
      ({ programme }) => (programme('google-tpu').company = 'apple'),
      'programme google-tpu has no company in its file',
    ],
    [
      'a chip of a programme of another company',
      ({ chip }) => (chip('google-tpu-v5p').programme = 'amazon-trainium'),
      'chip google-tpu-v5p has no programme in its file',
    ],
    [
      'two chips of one id',
      ({ chip }) => (chip('google-tpu-v2').id = 'google-tpu-v1'),
      'chip google-tpu-v1 stands twice',
    ],
    [
      'two programmes of one id',
      ({ programme }) => (programme('google-axion').id = 'google-tpu'),
      'programme google-tpu stands twice',
    ],
    [
      'two announcements of one id',
      ({ entry }) => (entry('google-tpu-v2-announced').id = 'google-tpu-v1-announced'),
      'announcement google-tpu-v1-announced stands twice',
    ],
    [
      'a predecessor of another programme',
      ({ chip }) => (chip('google-tpu-v2').predecessor = 'google-axion'),
      'chip google-tpu-v2 follows no chip of its programme',
    ],
    [
      'predecessors in a circle',
      ({ chip }) => (chip('google-tpu-v1').predecessor = 'google-tpu-v3'),
      'chip google-tpu-v1 follows itself',
    ],
    [
      'an unknown programme',
      ({ entry }) => (entry('zhipu-glm5-ascend').programmes = ['ascend']),
      'zhipu-glm5-ascend names an unknown programme ascend',
    ],
    [
      'a chip without its programme',
      ({ entry }) => (entry('apple-a20-pro-c2').programmes = ['apple-a']),
      'apple-a20-pro-c2 names chip apple-c2, but not its programme',
    ],
    [
      'a claim about a claim that is not there',
      ({ entry }) => (entry('apple-m1-announced').refersTo = [{ id: 'x', relation: 'updates' }]),
      'apple-m1-announced refers to x, which is not there',
    ],
    [
      'a claim that takes up a later one',
      ({ entry }) =>
        (entry('bytedance-cpu-reported').refersTo = [
          { id: 'bytedance-cpu-2027-plan', relation: 'updates' },
        ]),
      'bytedance-cpu-reported refers to bytedance-cpu-2027-plan, which is later',
    ],
    [
      'claims in a circle',
      ({ entry }) =>
        (entry('context-bis-h200-rule').refersTo = [
          { id: 'ctx-h200-rule-and-customs', relation: 'repeats' },
        ]),
      'context-bis-h200-rule refers back to itself',
    ],
    [
      'a claim that takes up another twice',
      ({ entry }) =>
        (entry('apple-m1-announced').refersTo = [
          { id: 'apple-mac-transition-announced', relation: 'updates' },
          { id: 'apple-mac-transition-announced', relation: 'repeats' },
        ]),
      'apple-m1-announced refers to apple-mac-transition-announced twice',
    ],
    [
      'a chip that no claim names',
      ({ entry }) => (entry('amazon-graviton4-announced').chips = []),
      'no claim names chip amazon-graviton4',
    ],
  ])('would not pass with %s', (_, breakIt, fault) => {
    const broken = copy();
    breakIt(broken);
    expect(referenceFaults(broken.files)).toContain(fault);
  });

  it('may take up a day of the month in which they were made', () => {
    const { files, entry } = copy();
    expect(entry('ctx-h200-rule-and-customs').date < entry('context-bis-h200-rule').date).toBe(
      true,
    );
    expect(referenceFaults(files)).toEqual([]);
  });
});
