export type Unsubscribe = () => void;

/** What may be listened to but not emitted. */
export interface Subscribable<Payload> {
  /** @returns a function that ends the subscription; calling it again does nothing */
  subscribe(listener: (payload: Payload) => void): Unsubscribe;
}

interface Subscription<Payload> {
  readonly listener: (payload: Payload) => void;
}

/**
 * One kind of event inside the main process. It is named in the past tense where it is wired
 * (`watchlistChanged`). Listeners hear in the order in which they subscribed. An event that a
 * listener emits is delivered after the one being delivered, so that all listeners hear the same
 * order.
 */
export class Signal<Payload> implements Subscribable<Payload> {
  private readonly subscriptions = new Set<Subscription<Payload>>();
  private readonly waiting: Payload[] = [];
  private delivering = false;

  /** @param onError - hears what a listener threw; the other listeners still hear. Must not throw. */
  constructor(private readonly onError: (error: unknown) => void) {}

  subscribe(listener: (payload: Payload) => void): Unsubscribe {
    const subscription = { listener };
    this.subscriptions.add(subscription);
    return () => {
      this.subscriptions.delete(subscription);
    };
  }

  /** Tells everybody who listens now. Never throws. */
  emit(payload: Payload): void {
    this.waiting.push(payload);
    if (this.delivering) return;
    this.delivering = true;
    while (this.waiting.length > 0) this.deliver(this.waiting.shift() as Payload);
    this.delivering = false;
  }

  private deliver(payload: Payload): void {
    for (const subscription of [...this.subscriptions]) {
      if (!this.subscriptions.has(subscription)) continue;
      try {
        subscription.listener(payload);
      } catch (error) {
        this.onError(error);
      }
    }
  }
}
