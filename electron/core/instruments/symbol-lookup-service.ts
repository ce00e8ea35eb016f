import type { ExchangeCodes } from '../../../src/shared/domain/instrument/exchange-codes';
import type { Instrument } from '../../../src/shared/domain/instrument/instrument';
import {
  createSymbolResolver,
  type Resolution,
  type SymbolResolver,
} from '../../../src/shared/domain/instrument/resolve-symbol';

/** Reads spellings of instruments, whether or not any source of prices can be asked. */
export class SymbolLookupService {
  private codes: Promise<readonly ExchangeCodes[]> | null = null;
  private resolver: SymbolResolver | null = null;
  private known: readonly Instrument[] | null = null;

  /** @param loadCodes - what spellings have to know of the exchanges; asked for once */
  constructor(private readonly loadCodes: () => Promise<readonly ExchangeCodes[]>) {}

  /** @param known - the catalogue; the same array as long as it has not changed */
  async resolve(text: string, known: readonly Instrument[]): Promise<Resolution> {
    return (await this.resolverFor(known)).resolve(text);
  }

  /** For many texts at once; made anew only for another catalogue. @param known - as for `resolve` */
  async resolverFor(known: readonly Instrument[]): Promise<SymbolResolver> {
    const codes = await (this.codes ??= this.loadCodes());
    if (this.resolver === null || this.known !== known) {
      this.resolver = createSymbolResolver(codes, known);
      this.known = known;
    }
    return this.resolver;
  }
}
