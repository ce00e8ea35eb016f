import type { BundleWords } from '../../domain/event-study/bundle/bundle-words';
import { enBundle } from './en-bundle';
import { zhBundle } from './zh-bundle';

/** Both languages of a bundle's page, English first, whatever the interface speaks: it is to travel. */
export const BUNDLE_WORDS: readonly BundleWords[] = [enBundle, zhBundle];
