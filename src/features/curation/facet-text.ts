import type { Facets } from '../../shared/domain/announcement/curation/facet';
import type { FacetName } from '../../shared/domain/announcement/curation/facet-name';
import type { Desk } from '../../state/desk.svelte';

/** The value of one part of an announcement in words of the interface; "nothing" for an empty one. */
export function facetText(name: FacetName, value: unknown, desk: Desk): string {
  return textOf({ [name]: value }, name, desk) || desk.t.curation.nothing;
}

function textOf(values: object, name: FacetName, desk: Desk): string {
  const t = desk.t.timeline;
  const { locale } = desk.settings;
  const facets = values as Facets;
  const joined = (texts: readonly string[]): string => texts.join(t.listSeparator);
  switch (name) {
    case 'when': {
      const { date, precision, at } = facets.when;
      return [desk.formats.imprecise(date, precision), at?.zone, at?.time]
        .filter(Boolean)
        .join(' ');
    }
    case 'company':
      return desk.timeline.companyName(facets.company, locale);
    case 'about':
      return joined([
        ...facets.about.programmes.map((id) => desk.timeline.programmeName(id, locale)),
        ...facets.about.chips.map((id) => desk.timeline.chipName(id, locale)),
      ]);
    case 'nature': {
      const { kind, contextKind, stage } = facets.nature;
      return joined([t.kinds[kind], contextKind ? t.contextKinds[contextKind] : t.stages[stage]]);
    }
    default:
      return plainText(facets, name, desk);
  }
}

function plainText(facets: Facets, name: FacetName, desk: Desk): string {
  const t = desk.t.timeline;
  switch (name) {
    case 'claim':
      return t.claims[facets.claim];
    case 'workload':
      return t.workloads[facets.workload];
    case 'label':
      return [facets.label?.en, facets.label?.zh].filter(Boolean).join(' / ');
    case 'instruments':
      return facets.instruments
        .map(({ instrument, role }) => `${instrument} (${t.roles[role]})`)
        .join('\n');
    case 'sources':
      return facets.sources.map(({ publisher, url }) => `${publisher}: ${url}`).join('\n');
    case 'refersTo':
      return facets.refersTo
        .map(({ id, relation }) => `${t.relations[relation]}: ${id}`)
        .join('\n');
    case 'designPartners':
      return facets.designPartners.join(t.listSeparator);
    case 'verified':
      return facets.verified ? '✓' : '';
    default:
      return String(facets[name] ?? '');
  }
}
