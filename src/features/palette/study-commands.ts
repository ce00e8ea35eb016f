import { ANCHORED_VWAP } from '../../shared/domain/indicators/vwap';
import type { SearchTextOptions } from '../../shared/domain/text/text-search';
import type { Desk } from '../../state/desk.svelte';
import { OFFERED, searchableIndicator } from '../chart/studies/study-search';
import { shortName } from '../chart/studies/study-words';
import { searchableCommands } from './desk-commands';
import type { DeskCommand } from './desk-command';
import type { Searchable } from './ranked-search';

/** A command for each indicator that can be added now, found by all its names. */
export function studyCommands(
  desk: Desk,
  options?: SearchTextOptions,
): readonly Searchable<DeskCommand>[] {
  const offered = OFFERED.filter((indicator) => desk.studies.refusalOf(indicator) === null);
  return offered.flatMap((indicator) => {
    const anchor = indicator === ANCHORED_VWAP.id ? desk.timeline.selectedId : null;
    const item: DeskCommand = {
      name: `study-${indicator}`,
      words: ({ studies }) => studies.addNamed(shortName(indicator, studies)),
      run: () => void desk.studies.add(indicator, anchor),
    };
    const called = searchableIndicator(indicator).texts;
    return searchableCommands([item], options).map(({ texts }) => ({
      item,
      texts: [...texts, ...called],
    }));
  });
}
