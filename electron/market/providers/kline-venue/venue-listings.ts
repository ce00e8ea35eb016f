import type { ProviderError } from '../../../core/market/market-data-provider-port';
import type { ProviderHttp } from '../../transport/provider-http';
import type { VenueList, VenueListing } from './venue-listing';

const GOOD_FOR_MS = 86_400_000;
const AGAIN_AFTER_FAILURE_MS = 600_000;
/** More than any venue lists; what is beyond is not kept. */
const MOST_LISTINGS = 10_000;
/** One word finds a coin against every money there is, which is more than anybody reads. */
const MOST_HITS = 12;

export interface VenueListingsParts {
  readonly lists: readonly VenueList[];
  readonly http: ProviderHttp;
  /** UTC milliseconds. */
  readonly now: () => number;
}

/** What a venue lists, learned from the venue itself and good for a day. */
export class VenueListings {
  private known: readonly (readonly VenueListing[])[];
  private perpetualsAlone: ReadonlySet<string> = new Set();
  private failure: ProviderError | null = null;
  private askAt = -Infinity;
  private asking: Promise<void> | null = null;

  constructor(private readonly parts: VenueListingsParts) {
    this.known = parts.lists.map(() => []);
  }

  /** Asks, where nothing is known yet or it is a day old; what was known is kept until then. */
  refresh(): Promise<void> {
    if (this.asking === null && this.parts.now() >= this.askAt) {
      this.asking = this.ask().finally(() => (this.asking = null));
    }
    return this.asking ?? Promise.resolve();
  }

  /** Why nothing is known; null where something is. */
  get missing(): ProviderError | null {
    return this.all().length > 0 ? null : this.failure;
  }

  /** True for `AAPLUSDT`, of which the venue has the perpetual and no pair. */
  isPerpetualAlone(code: string): boolean {
    return this.perpetualsAlone.has(code);
  }

  /** Those whose base or code the text is or begins, the plainest first. */
  find(text: string): readonly VenueListing[] {
    const wanted = text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
    if (wanted.length < 2) return [];
    const rank = ({ base, code, quote }: VenueListing): number =>
      (base === wanted || code === wanted ? 0 : 2) + (quote === 'USDT' ? 0 : 1);
    return this.all()
      .filter(({ base, code }) => base.startsWith(wanted) || code.startsWith(wanted))
      .sort((one, other) => rank(one) - rank(other) || one.code.localeCompare(other.code))
      .slice(0, MOST_HITS);
  }

  private all(): readonly VenueListing[] {
    return this.known.flat();
  }

  private async ask(): Promise<void> {
    const { lists, http, now } = this.parts;
    const answers = await Promise.all(
      lists.map(({ question, read }) =>
        http.json({ ...question, isAside: true }, (answer) => ({ rows: read(answer) })),
      ),
    );
    this.known = answers.map((answer, index) =>
      answer.ok ? answer.value.rows.slice(0, MOST_LISTINGS) : (this.known[index] ?? []),
    );
    const failed = answers.find((answer) => !answer.ok);
    this.failure = failed && !failed.ok ? failed.error : null;
    this.askAt = now() + (this.failure ? AGAIN_AFTER_FAILURE_MS : GOOD_FOR_MS);
    const spot = new Set(this.all().flatMap((each) => (each.market === 'spot' ? each.code : [])));
    const perpetuals = this.all().filter(({ market }) => market === 'perpetual');
    // Without the list of pairs nobody knows that a perpetual stands alone.
    const alone = spot.size === 0 ? [] : perpetuals.filter(({ code }) => !spot.has(code));
    this.perpetualsAlone = new Set(alone.map(({ code }) => code));
  }
}
