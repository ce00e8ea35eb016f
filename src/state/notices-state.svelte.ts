/** A short message at the foot of the desk, with at most one thing to do about it. */
export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'error';
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

const MOST_AT_ONCE = 3;

/** The notices on the screen, oldest first; the view takes them away again. */
export class NoticesState {
  #notices = $state.raw<readonly Notice[]>([]);
  #lastId = 0;

  get all(): readonly Notice[] {
    return this.#notices;
  }

  show(text: string, action: Notice['action'] = null): void {
    this.#add('info', text, action);
  }

  showError(text: string, action: Notice['action'] = null): void {
    this.#add('error', text, action);
  }

  dismiss(id: number): void {
    this.#notices = this.#notices.filter((notice) => notice.id !== id);
  }

  #add(tone: Notice['tone'], text: string, action: Notice['action']): void {
    const notice = { id: ++this.#lastId, tone, text, action };
    this.#notices = [...this.#notices, notice].slice(-MOST_AT_ONCE);
  }
}
