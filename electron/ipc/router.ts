import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { z } from 'zod/mini';
import { channelOf, type Contract } from '../../src/shared/ipc/build';
import type { Envelope, IpcErrorCode } from '../../src/shared/ipc/envelope';
import { isPageFrame } from './sender-check';

/** Handlers as the router sees them: it knows nothing of the types behind a channel. */
export type AnyHandlers = Readonly<Record<string, Readonly<Record<string, AnyHandler>>>>;
type AnyHandler = (args: never) => unknown;

export interface RouterParts {
  readonly ipc: Pick<IpcMain, 'handle'>;
  readonly contract: Contract;
  readonly handlers: AnyHandlers;
  /** The only page that is answered, for example `app://tapeout`. */
  readonly pageOrigin: string;
  readonly log: { error(message: string, cause?: unknown): void };
}

interface Question {
  /** `group.name`, for the log. */
  readonly label: string;
  readonly schema: z.ZodMiniType;
  readonly handler: AnyHandler;
}

type Asker = Pick<IpcMainInvokeEvent, 'senderFrame'>;

/**
 * The one way into main. Each question of the contract has a channel; nothing else has one. Who asks
 * is checked first, then the arguments. Every answer is an envelope, so that a page never gets an
 * error of main as an exception with a stack.
 */
export class IpcRouter {
  private isOpen = false;

  constructor(private readonly parts: RouterParts) {}

  /** @throws Error for a question of the contract that nobody answers */
  start(): void {
    const { ipc, contract, handlers } = this.parts;
    this.isOpen = true;
    for (const [group, calls] of Object.entries(contract)) {
      for (const [name, call] of Object.entries(calls)) {
        if (call.kind !== 'invoke') continue;
        const label = `${group}.${name}`;
        const handler = handlers[group]?.[name];
        if (!handler) throw new Error(`nobody answers ${label}`);
        const question = { label, schema: call.args, handler };
        ipc.handle(channelOf(group, name), (event, ...args: unknown[]) =>
          this.answer(question, event, args),
        );
      }
    }
  }

  /** From now on every question is answered with `not-ready`: the store behind it is closing. */
  dispose(): void {
    this.isOpen = false;
  }

  private async answer(
    question: Question,
    asker: Asker,
    args: readonly unknown[],
  ): Promise<Envelope<unknown>> {
    const { label, schema, handler } = question;
    if (!isPageFrame(asker.senderFrame, this.parts.pageOrigin)) {
      return this.refuse('forbidden-sender', label, null);
    }
    if (!this.isOpen) return failure('not-ready', label, null);
    if (args.length > 1) return this.refuse('bad-arguments', label, 'more than one argument');
    const parsed = schema.safeParse(args[0]);
    if (!parsed.success) return this.refuse('bad-arguments', label, faultsOf(parsed.error));
    try {
      return { ok: true, value: await handler(parsed.data as never) };
    } catch (error) {
      this.parts.log.error(`ipc: ${label} failed`, error);
      return failure('internal', label, null);
    }
  }

  private refuse(code: IpcErrorCode, label: string, details: string | null): Envelope<never> {
    this.parts.log.error(`ipc: ${label} refused: ${code}${details === null ? '' : `: ${details}`}`);
    return failure(code, label, details);
  }
}

function failure(code: IpcErrorCode, label: string, details: string | null): Envelope<never> {
  return { ok: false, error: { code, message: label, details } };
}

/** Names places and rules only, never values. */
function faultsOf(error: z.core.$ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.join('.') || 'argument'}: ${issue.code}`)
    .join('; ');
}
