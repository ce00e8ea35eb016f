import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';

const TICK_MS = 10_000;
const ROUND_TRIP_MS = 50;

/** How a stream does: `mute` answers pings and sends no trade, `dead` says nothing at all. */
export type StreamHealth = 'well' | 'mute' | 'dead';

export interface SoakStreamParts {
  readonly health: () => StreamHealth;
  readonly after: (delayMs: number, task: () => void) => unknown;
  /** What is sent of a code when it is traded. */
  readonly frame: (code: string) => string;
}

/** A connection to Binance in injected time, as far as a `WebSocket` is used. */
export class SoakStream extends EventEmitter {
  readonly OPEN = 1;
  readyState = 0;
  private codes: readonly string[] = [];

  constructor(private readonly parts: SoakStreamParts) {
    super();
  }

  /** Greets, even where it is to be silent afterwards. */
  start(): WebSocket {
    this.parts.after(ROUND_TRIP_MS, () => {
      if (this.readyState !== 0) return;
      this.readyState = this.OPEN;
      this.emit('open');
      this.tick();
    });
    return this as unknown as WebSocket;
  }

  send(text: string): void {
    const { method, params } = JSON.parse(text) as { method: string; params: readonly string[] };
    const named = params.map((param) => param.split('@')[0]?.toUpperCase() ?? '');
    const others = this.codes.filter((code) => !named.includes(code));
    this.codes = method === 'SUBSCRIBE' ? [...others, ...named] : others;
    this.say('message', '{"result":null,"id":1}');
  }

  ping(): void {
    this.say('pong', '');
  }

  terminate(): void {
    this.readyState = 3;
  }

  private say(event: 'message' | 'pong', text: string): void {
    this.parts.after(ROUND_TRIP_MS, () => {
      if (this.readyState === this.OPEN && this.parts.health() !== 'dead') this.emit(event, text);
    });
  }

  private tick(): void {
    this.parts.after(TICK_MS, () => {
      if (this.readyState !== this.OPEN) return;
      if (this.parts.health() === 'well') {
        for (const code of this.codes) this.emit('message', this.parts.frame(code));
      }
      this.tick();
    });
  }
}
