import type { z } from 'zod/mini';
import type { Envelope } from './envelope';

/** A question of the page that main answers. `Result` exists for the compiler only. */
export interface Invoke<Args extends z.ZodMiniType, Result> {
  readonly kind: 'invoke';
  readonly args: Args;
  readonly result?: Result;
}

/** News from main to the page. `Payload` exists for the compiler only. */
export interface Push<Payload> {
  readonly kind: 'push';
  readonly payload?: Payload;
}

export type Call = Invoke<z.ZodMiniType, unknown> | Push<unknown>;
export type Contract = Readonly<Record<string, Readonly<Record<string, Call>>>>;

/** Declares a question: `invoke(schema)<Result>()`. */
export function invoke<Args extends z.ZodMiniType>(args: Args) {
  return <Result>(): Invoke<Args, Result> => ({ kind: 'invoke', args });
}

/** Declares news: `push<Payload>()`. Pushes are named `onX` and heard under that name. */
export function push<Payload>(): Push<Payload> {
  return { kind: 'push' };
}

type ArgsOf<C> = C extends Invoke<infer Args, unknown> ? z.output<Args> : never;
type ResultOf<C> = C extends Invoke<z.ZodMiniType, infer Result> ? Result : never;
type PayloadOf<C> = C extends Push<infer Payload> ? Payload : never;
type CallParameters<Args> = Args extends undefined ? [] : [args: Args];

type InvokeNames<Group> = {
  [Name in keyof Group]: Group[Name] extends Invoke<z.ZodMiniType, unknown> ? Name : never;
}[keyof Group];
type PushNames<Group> = {
  [Name in keyof Group]: Group[Name] extends Push<unknown> ? Name : never;
}[keyof Group];

/** What main implements: one function for each question. */
export type Handlers<C extends Contract> = {
  readonly [Group in keyof C]: {
    readonly [Name in InvokeNames<C[Group]>]: (
      ...args: CallParameters<ArgsOf<C[Group][Name]>>
    ) => Promise<ResultOf<C[Group][Name]>> | ResultOf<C[Group][Name]>;
  };
};

/** What the preload script exposes: answers still in their envelopes. */
export type Bridge<C extends Contract> = {
  readonly [Group in keyof C]: {
    readonly [Name in InvokeNames<C[Group]>]: (
      ...args: CallParameters<ArgsOf<C[Group][Name]>>
    ) => Promise<Envelope<ResultOf<C[Group][Name]>>>;
  } & {
    readonly [Name in PushNames<C[Group]>]: (
      listener: (payload: PayloadOf<C[Group][Name]>) => void,
    ) => () => void;
  };
};

/** What the page's client offers: answers unwrapped, errors thrown as `IpcError`. */
export type Client<C extends Contract> = {
  readonly [Group in keyof C]: {
    readonly [Name in InvokeNames<C[Group]>]: (
      ...args: CallParameters<ArgsOf<C[Group][Name]>>
    ) => Promise<ResultOf<C[Group][Name]>>;
  } & {
    readonly [Name in PushNames<C[Group]>]: (
      listener: (payload: PayloadOf<C[Group][Name]>) => void,
    ) => () => void;
  };
};

/** What main calls to tell the page something. */
export type Publisher<C extends Contract> = {
  readonly [Group in keyof C]: {
    readonly [Name in PushNames<C[Group]>]: (payload: PayloadOf<C[Group][Name]>) => void;
  };
};

/** Name of a call on the wire. */
export function channelOf(group: string, name: string): string {
  return `tapeout:${group}.${name}`;
}

/** Builds one object with the contract's shape from a function that makes each member. */
export function mapContract(
  contract: Contract,
  make: (channel: string, call: Call) => unknown,
): Record<string, Record<string, unknown>> {
  const result: Record<string, Record<string, unknown>> = {};
  for (const [group, calls] of Object.entries(contract)) {
    const members: Record<string, unknown> = {};
    for (const [name, call] of Object.entries(calls)) {
      const member = make(channelOf(group, name), call);
      if (member !== undefined) members[name] = member;
    }
    result[group] = members;
  }
  return result;
}
