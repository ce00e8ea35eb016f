import type { DataGateway } from '../../../../../electron/core/quotes/data-gateway-port';

/** A fake: notes the orders. */
export class FakeDataGateway implements DataGateway {
  readonly orders: string[] = [];

  serveStored(): void {
    this.orders.push('stored');
  }

  serveSimulated(instruments: readonly string[]): void {
    this.orders.push(`simulated ${instruments.join(' ')}`);
  }

  importFolder(folder: string): void {
    this.orders.push(`import ${folder}`);
  }

  take(): readonly string[] {
    return this.orders.splice(0);
  }
}
