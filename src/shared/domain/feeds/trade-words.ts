/** Words of the trade and their weight: 3 is hardly ever said of anything but a chip under way. */
export interface TradeWord {
  readonly text: string;
  readonly weight: 1 | 2 | 3;
}

const STRONG =
  'tape-out|tapeout|tape out|taped out|tapes out|taping out|ASIC|ASICs|custom silicon|custom chip|custom chips|' +
  'custom AI chip|custom processor|in-house chip|in-house chips|in-house silicon|in-house AI chip|in-house CPU|' +
  'in-house processor|own chip|own chips|own silicon|own AI chip|own CPU|own processor|own processors|homegrown chip|' +
  'homegrown chips|homegrown CPU|self-developed chip|self-developed chips|self-developed CPU|AI chip|AI chips|' +
  'AI accelerator|AI accelerators|server CPU|server CPUs|TPU|TPUs|NPU|DPU|XPU|first silicon|chip design|chip project|' +
  '自研芯片|自研CPU|自研AI芯片|自研处理器|自研|流片|造芯|芯片设计|AI芯片|算力芯片|定制芯片|专用芯片|推理芯片|训练芯片|' +
  '服务器CPU|加速芯片|国产芯片|國產晶片|自研晶片|AI晶片|流片成功|点亮';

const PLAIN =
  'chip|chips|chipmaker|chipmakers|chiplet|chiplets|semiconductor|semiconductors|silicon|CPU|CPUs|GPU|GPUs|SoC|SoCs|' +
  'processor|processors|accelerator|accelerators|foundry|wafer|wafers|HBM|CoWoS|RISC-V|x86|Arm|Neoverse|EUV|' +
  '2nm|3nm|4nm|5nm|7nm|A16 node|18A|N2|N3P|TSMC|Broadcom|Marvell|MediaTek|Alchip|GUC|SMIC|Qualcomm|SK hynix|ASML|' +
  '芯片|晶片|半导体|半導體|处理器|處理器|晶圆|晶圓|代工|制程|製程|封装|封裝|光刻|光刻机|架构|算力|台积电|台積電|博通|' +
  '联发科|聯發科|中芯国际|高通|世芯|创意电子|安谋|寒武纪|海光|龙芯';

export const TRADE_WORDS: readonly TradeWord[] = [
  ...STRONG.split('|').map((text) => ({ text, weight: 3 as const })),
  ...PLAIN.split('|').map((text) => ({ text, weight: 2 as const })),
];

/** Names that the press uses for companies of the record, by the company's id. */
export const COMPANY_ALIASES: Readonly<Record<string, readonly string[]>> = {
  google: ['Alphabet', 'DeepMind', 'Google Cloud'],
  amazon: ['AWS', 'Amazon Web Services', 'Annapurna Labs', '亚马逊云科技'],
  microsoft: ['Azure'],
  meta: ['Facebook', 'Meta Platforms'],
  alibaba: ['T-Head', '平头哥', '阿里', '阿里云', 'Alibaba Cloud'],
  huawei: ['HiSilicon', '海思'],
  bytedance: ['TikTok', 'Volcano Engine', '字节', '火山引擎'],
  zhipu: ['Z.ai', 'Zhipu', '智谱AI', '智谱华章'],
  baidu: ['Kunlunxin', '昆仑芯'],
  tencent: ['腾讯云'],
  samsung: ['三星电子', 'Samsung Electronics'],
  nvidia: ['輝達', '辉达'],
  xpeng: ['小鹏'],
  'li-auto': ['理想'],
  biren: ['Biren', '壁仞'],
};

/** Names of chips and programmes that are words of their own: they count beside their company only. */
export const COMMON_NAMES: ReadonlySet<string> = new Set(
  'turing titan grace vera iris cobalt tensor surge argos frozen mach nitro olympus ascend kunlun kirin dojo mongoose'.split(
    ' ',
  ),
);
