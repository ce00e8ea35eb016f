import { describe, expect, it } from 'vitest';
import { claimChain } from '../../../src/shared/domain/announcement/claim-chain';
import { announcements, chips, programmes } from '../../helpers/announcement-set';

const chipNews = announcements.filter(({ kind }) => kind !== 'context');
const idsOf = (all: readonly { readonly id: string }[]): string[] => all.map(({ id }) => id);
const about = (programme: string) =>
  announcements.filter((entry) => entry.programmes.includes(programme));
const chipNames = (programme: string) =>
  chips.filter((chip) => chip.programme === programme).map(({ name }) => name.en);

describe('the programmes', () => {
  it.each([
    ['google-tpu', 'Google TPU', '谷歌TPU'],
    ['google-axion', 'Google Axion', '谷歌Axion'],
    ['google-tensor', 'Google Tensor', '谷歌Tensor'],
    ['google-vcu', 'Google VCU', '谷歌VCU'],
    ['amazon-graviton', 'Amazon Graviton', '亚马逊Graviton'],
    ['amazon-trainium', 'Amazon Trainium', '亚马逊Trainium'],
    ['amazon-inferentia', 'Amazon Inferentia', '亚马逊Inferentia'],
    ['amazon-nitro', 'Amazon Nitro', '亚马逊Nitro'],
    ['apple-a', 'Apple A series', '苹果A系列'],
    ['apple-m', 'Apple M series', '苹果M系列'],
    ['bytedance-cpu', 'ByteDance CPU', '字节跳动CPU'],
    ['microsoft-cobalt', 'Microsoft Cobalt', '微软Cobalt'],
    ['meta-mtia', 'Meta MTIA', 'Meta MTIA'],
    ['alibaba-yitian', 'Alibaba Yitian', '阿里巴巴倚天'],
    ['baidu-kunlun', 'Baidu Kunlun', '百度昆仑芯'],
    ['huawei-kunpeng', 'Huawei Kunpeng', '华为鲲鹏'],
    ['xiaomi-xring', 'Xiaomi XRING', '小米玄戒'],
    ['tesla-dojo', 'Tesla Dojo', '特斯拉Dojo'],
  ])('hold %s with news of it', (id, en, zh) => {
    expect(programmes.find((programme) => programme.id === id)?.name).toEqual({ en, zh });
    expect(about(id)).not.toEqual([]);
  });

  it('have names of their own in both languages', () => {
    for (const language of ['en', 'zh'] as const) {
      const names = programmes.map(({ name }) => name[language]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('have chips with names of their own within the programme', () => {
    for (const { id } of programmes) {
      const names = chipNames(id);
      expect(new Set(names).size, id).toBe(names.length);
    }
  });

  it('own the generations of TPU and Graviton in their order', () => {
    expect(chipNames('google-tpu')).toEqual([
      ...['TPU v1', 'TPU v2', 'TPU v3', 'TPU v4', 'TPU v5e', 'TPU v5p'],
      ...['TPU v6e (Trillium)', 'TPU v7 (Ironwood)', 'TPU 8t', 'TPU 8i'],
    ]);
    const gravitons = chips.filter(({ programme }) => programme === 'amazon-graviton');
    expect(gravitons.map(({ name }) => name.en)).toEqual(
      ['', 2, 3, 4, 5].map((generation) => `Graviton${generation}`),
    );
    expect(gravitons.map(({ predecessor }) => predecessor)).toEqual([
      null,
      ...idsOf(gravitons).slice(0, -1),
    ]);
  });

  it('are written in Chinese where the Chinese trade has a word', () => {
    const chinese = (id: string) => chips.find((chip) => chip.id === id)?.name.zh;
    expect(chinese('huawei-ascend-910')).toBe('昇腾910');
    expect(chinese('alibaba-hanguang-800')).toBe('含光800');
    expect(chinese('xiaomi-xring-o1')).toBe('玄戒O1');
  });

  it('are about CPUs, or SoCs with CPUs, in at least three of ten news of chips', () => {
    // A security chip has no workload and is not counted.
    const processors = chipNews.filter(
      ({ kind, workload }) => kind === 'cpu' || (kind === 'soc' && workload !== 'n/a'),
    );
    expect(processors.length / chipNews.length).toBeGreaterThanOrEqual(0.3);
  });
});

describe('the zones and times', () => {
  it('are known to the system', () => {
    const zones = announcements.flatMap(({ at }) => (at === null ? [] : [at.zone]));
    expect(zones).toContain('Asia/Shanghai');
    const known = new Set(Intl.supportedValuesOf('timeZone'));
    expect(zones.filter((zone) => !known.has(zone))).toEqual([]);
  });
});

describe('the story', () => {
  const dated = (id: string) => announcements.find((entry) => entry.id === id);

  it('has a reported ByteDance CPU that nobody has confirmed', () => {
    expect(dated('bytedance-cpu-reported')).toMatchObject({
      date: '2026-05-28',
      kind: 'cpu',
      claim: 'reported',
      programmes: ['bytedance-cpu'],
    });
    const confirmed = about('bytedance-cpu').filter(({ claim }) => claim === 'confirmed');
    // The only word of the company: in 2022 it developed no general CPU.
    expect(idsOf(confirmed)).toEqual(['bytedance-four-projects-2022']);
  });

  it('has the rises of Zhipu, as moves of a share and not as news of a chip', () => {
    const moves = announcements.filter(
      ({ company, contextKind }) => company === 'zhipu' && contextKind === 'price-move',
    );
    expect(moves.map(({ date }) => date)).toEqual(
      expect.arrayContaining(['2026-02-12', '2026-02-20', '2026-05-28', '2026-06-22']),
    );
    expect(moves.every(({ programmes: named }) => named.length === 0)).toBe(true);
  });

  it('has the shortage of CPUs in 2026, from the first warning to the prices of summer', () => {
    expect(idsOf(claimChain('ctx-cpu-shortage-china', announcements))).toEqual([
      'ctx-cpu-price-rise-jan-2026',
      'context-intel-cpu-shortage-2026-01',
      'ctx-cpu-shortage-china',
      'context-intel-third-price-rise-2026',
      'ctx-cpu-prices-mid-2026',
    ]);
  });

  it.each([
    [
      'the driving chip of Li Auto, reported and then confirmed',
      'li-auto-m100-reported',
      ['li-auto-m100-reported', 'li-auto-m100-confirmed', 'li-auto-m100-l9-launch'],
    ],
    [
      'the chip unit of NIO, reported, denied and then funded',
      'nio-chip-unit-spinoff',
      ['nio-chip-unit-spinoff', 'nio-chip-unit-denied', 'nio-shenji-funding'],
    ],
    [
      'the SeedChip, reported and denied',
      'bytedance-seedchip-reported',
      ['bytedance-seedchip-reported', 'bytedance-seedchip-denied'],
    ],
    [
      'the accelerator of OpenAI, from a rumour to silicon',
      'openai-broadcom-partnership',
      [
        'openai-reuters-exploring-2023',
        'openai-a16-report-2024',
        'openai-broadcom-tsmc-reuters-2024',
        'openai-reuters-design-2025',
        'openai-broadcom-ft-report',
        'openai-broadcom-partnership',
        'openai-titan-report',
        'openai-jalapeno-unveiled',
        'openai-jalapeno-first-results',
      ],
    ],
  ])('tells %s', (_, id, chain) => {
    expect(idsOf(claimChain(id, announcements))).toEqual(chain);
  });

  it('lets nobody but a company or a government confirm or deny', () => {
    const answers = announcements.filter(({ refersTo }) =>
      refersTo.some(({ relation }) => relation === 'confirms' || relation === 'denies'),
    );
    expect(answers.length).toBeGreaterThan(5);
    expect(idsOf(answers.filter(({ claim }) => claim !== 'confirmed'))).toEqual([]);
  });

  it('keeps what was reported a report: no claim is changed by what confirms it', () => {
    const taken = announcements.flatMap(({ refersTo }) =>
      refersTo.filter(({ relation }) => relation === 'confirms').map(({ id }) => dated(id)?.claim),
    );
    expect(taken).toEqual(expect.arrayContaining(['reported', 'rumoured']));
  });
});
