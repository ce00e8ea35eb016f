import type { LocalizedText } from '../text/localized-text';

/** What one company builds under one name, over generations: Google TPU, Amazon Graviton. */
export interface Programme {
  /** Unique among the programmes of the data set, kebab-case, never reused. */
  readonly id: string;
  /** Key into the companies of the data set. */
  readonly company: string;
  /** With the company's name, so that it stands alone in a list of programmes. */
  readonly name: LocalizedText;
  /** Of most of its chips; an announcement of the programme may be of another kind. */
  readonly kind: ChipKind;
  readonly workload: Workload;
  /** One line, from the texts of its announcements; null where they tell no more than the name. */
  readonly description: LocalizedText | null;
}

/** One chip, or one family that its company announces under one name. */
export interface Chip {
  /** Unique among the chips of the data set, kebab-case, never reused. */
  readonly id: string;
  /** Key into the programmes of the data set. */
  readonly programme: string;
  /** As the industry of each language writes it, without the company's name. */
  readonly name: LocalizedText;
  /** Key of the chip of the same programme that it follows; null where that is not in the set or not plain. */
  readonly predecessor: string | null;
}

export const CHIP_KINDS = [
  'cpu',
  'accelerator',
  'soc',
  'video',
  'dpu',
  'modem',
  'networking',
] as const;
export type ChipKind = (typeof CHIP_KINDS)[number];

export const WORKLOADS = ['training', 'inference', 'both', 'general', 'n/a'] as const;
export type Workload = (typeof WORKLOADS)[number];
