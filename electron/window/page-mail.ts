/**
 * Keeps what is to be said to a page that is not there yet. Only the last of it counts: whoever clicks
 * on two notifications wants to see the second.
 */
export class PageMail {
  private isReady = false;
  private waiting: (() => void) | null = null;

  /** Runs `say` at once where the page stands, else when it does. */
  post(say: () => void): void {
    if (this.isReady) say();
    else this.waiting = say;
  }

  pageReady(): void {
    this.isReady = true;
    this.waiting?.();
    this.waiting = null;
  }

  pageGone(): void {
    this.isReady = false;
  }
}
