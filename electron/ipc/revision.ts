/** One number for all news: the snapshot tells where it stands, each push is one higher. */
export class Revision {
  private value = 0;

  get current(): number {
    return this.value;
  }

  next(): number {
    this.value += 1;
    return this.value;
  }
}
