import type { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import {
  DBusError,
  Message,
  type MessageBus,
  MessageType,
  sessionBus,
} from '@jellybrick/dbus-next';
import type { Scheduler } from '../../core/quotes/scheduler-port';

/** One method of one object of a service. */
export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** Types of {@link body}, as D-Bus writes them; none where it takes no arguments. */
  readonly signature?: string;
  readonly body?: readonly unknown[];
}

/** `no-bus`: there is none to talk to; `refused`: the service answered with an error; `withheld`: {@link OnSend} did not send it. */
export type BusFailure = 'no-bus' | 'timed-out' | 'refused' | 'withheld';

export type BusAnswer =
  | { readonly ok: true; readonly body: readonly unknown[] }
  | { readonly ok: false; readonly reason: BusFailure; readonly detail: string };

/** Which signals are wanted. */
export interface SignalRule {
  readonly interface: string;
  readonly member: string;
  /** The first argument, where only some are wanted. */
  readonly arg0?: string;
}

export interface SessionBusParts {
  /** `DBUS_SESSION_BUS_ADDRESS`; null where there is no bus. */
  readonly address: string | null;
  readonly scheduler: Scheduler;
}

/**
 * Runs in the turn of the event loop in which a call goes out.
 *
 * @param write - sends it; true where the system has it, so that the bus will read it whatever becomes of us
 */
export type OnSend = (write: () => boolean) => void;

interface Listening extends SignalRule {
  readonly hear: (body: readonly unknown[]) => void;
}

interface Connection {
  readonly bus: MessageBus;
  /** False where the bus cannot be reached. Nothing is sent before: what cannot be written would take all else that waits with it. */
  readonly isConnected: Promise<boolean>;
}

const NO_BUS: BusAnswer = { ok: false, reason: 'no-bus', detail: 'there is no session bus' };

const WITHHELD: BusAnswer = { ok: false, reason: 'withheld', detail: 'it was not sent' };

const DAEMON = 'org.freedesktop.DBus';
const DAEMON_PATH = '/org/freedesktop/DBus';
/** How long a bus that is well takes at most to say that it is there. */
const BUS_PATIENCE_MS = 1000;

/**
 * The user's message bus, asked without ever waiting for it: a service that hangs costs a time-out
 * and nothing else. Connects when it is used first, and anew after the connection was lost.
 */
export class SessionBus {
  private connection: Connection | null = null;
  private readonly listenings = new Set<Listening>();

  constructor(private readonly parts: SessionBusParts) {}

  /** Never rejects. */
  async call(call: BusCall, timeoutMs: number, onSend?: OnSend): Promise<BusAnswer> {
    const connection = this.connect();
    if (!connection) return NO_BUS;
    const answer = await this.ask(connection, call, timeoutMs, onSend);
    if (!answer.ok && answer.reason === 'timed-out') void this.checkBus(connection);
    return answer;
  }

  /** Hears a signal from now on, also over a new connection. */
  listen(rule: SignalRule, hear: Listening['hear']): () => void {
    const listening = { ...rule, hear };
    const known = this.connection;
    this.listenings.add(listening);
    const connection = this.connect();
    // A connection made just now has subscribed to all of them.
    if (connection && connection === known) this.subscribe(connection, listening);
    return () => {
      this.listenings.delete(listening);
    };
  }

  dispose(): void {
    this.listenings.clear();
    this.drop(this.connection);
  }

  private connect(): Connection | null {
    if (this.connection || this.parts.address === null) return this.connection;
    const bus = sessionBus({ busAddress: this.parts.address });
    const isConnected = new Promise<boolean>((resolve) => {
      bus.once('connect', () => resolve(true));
      // The library emits it; its types leave it out.
      (bus as EventEmitter).on('error', () => {
        resolve(false);
        this.drop(connection);
      });
    });
    const connection = { bus, isConnected };
    this.connection = connection;
    bus.on('message', (message) => this.hear(message));
    for (const listening of this.listenings) this.subscribe(connection, listening);
    return connection;
  }

  private subscribe(connection: Connection, { member, arg0, ...rule }: Listening): void {
    const match = `type='signal',interface='${rule.interface}',member='${member}'`;
    const body = [arg0 === undefined ? match : `${match},arg0='${arg0}'`];
    void this.ask(connection, daemonCall('AddMatch', 's', body), BUS_PATIENCE_MS);
  }

  private hear(message: Message): void {
    if (message.type !== MessageType.SIGNAL) return;
    for (const listening of [...this.listenings]) {
      if (message.interface !== listening.interface || message.member !== listening.member) {
        continue;
      }
      if (listening.arg0 !== undefined && message.body[0] !== listening.arg0) continue;
      listening.hear(message.body);
    }
  }

  private async ask(
    { bus, isConnected }: Connection,
    call: BusCall,
    timeoutMs: number,
    onSend?: OnSend,
  ): Promise<BusAnswer> {
    let stopWaiting = (): void => undefined;
    const tooLate = new Promise<BusAnswer>((resolve) => {
      const detail = `no answer to ${call.member}`;
      const late: BusAnswer = { ok: false, reason: 'timed-out', detail };
      stopWaiting = this.parts.scheduler.after(timeoutMs, () => resolve(late));
    });
    const sent = isConnected.then((connected) => (connected ? send(bus, call, onSend) : NO_BUS));
    const answer = await Promise.race([sent, tooLate]);
    stopWaiting();
    return answer;
  }

  /** Where not even the bus answers, the next call tries a new connection. */
  private async checkBus(connection: Connection): Promise<void> {
    const answer = await this.ask(connection, daemonCall('GetId'), BUS_PATIENCE_MS);
    if (!answer.ok) this.drop(connection);
  }

  private drop(connection: Connection | null): void {
    if (connection === null || this.connection !== connection) return;
    this.connection = null;
    connection.bus.disconnect();
  }
}

function daemonCall(member: string, signature = '', body: readonly unknown[] = []): BusCall {
  return { destination: DAEMON, path: DAEMON_PATH, interface: DAEMON, member, signature, body };
}

/** Rejects never: what the service says of an error is its answer. */
async function send(
  bus: MessageBus,
  call: BusCall,
  onSend: OnSend = (write) => void write(),
): Promise<BusAnswer> {
  const { signature = '', body = [], ...address } = call;
  let sent: Promise<Message | null> | undefined;
  try {
    const message = new Message({ ...address, signature, body: [...body] });
    onSend(() => isTaken(bus, () => (sent = bus.call(message))));
    if (!sent) return WITHHELD;
    return { ok: true, body: (await sent)?.body ?? [] };
  } catch (error) {
    const detail = error instanceof DBusError ? `${error.type}: ${error.text}` : String(error);
    return { ok: false, reason: 'refused', detail };
  }
}

/** What is used of the library's socket, which its types leave out. */
interface InnerBus {
  readonly _connection?: { readonly stream?: Partial<Socket> };
}

/**
 * Whether what is written went to the system in the same turn: Node tries that first, and keeps in
 * memory, where a kill would end it, only what the system does not take at once.
 */
function isTaken(bus: MessageBus, write: () => unknown): boolean {
  const stream = (bus as unknown as InnerBus)._connection?.stream;
  const before = stream?.bytesWritten ?? Infinity;
  write();
  const { bytesWritten = 0, writableLength, errored } = stream ?? {};
  return bytesWritten > before && writableLength === 0 && errored === null;
}
