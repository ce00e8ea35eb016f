const LINE_END = /[\r\n]/g;

/** Hears of every line without its end. `isCut`: it is longer than allowed, and only its beginning is here. */
export type LineHeard = (text: string, line: number, isCut: boolean) => void;

/** Cuts a text that comes in pieces into lines that end in CR, LF or both, mixed as they may be. */
export class LineCutter {
  private carry = '';
  private isCut = false;
  private line = 1;
  private isBehindReturn = false;

  constructor(
    private readonly longest: number,
    private readonly heard: LineHeard,
  ) {}

  push(text: string): void {
    if (text === '') return;
    let start = this.isBehindReturn && text.startsWith('\n') ? 1 : 0;
    this.isBehindReturn = false;
    LINE_END.lastIndex = start;
    for (let found = LINE_END.exec(text); found !== null; found = LINE_END.exec(text)) {
      const end = found.index;
      this.keep(text, start, end);
      this.tell();
      start = end + 1;
      if (text[end] === '\r') {
        if (start === text.length) this.isBehindReturn = true;
        else if (text[start] === '\n') start++;
      }
      LINE_END.lastIndex = start;
    }
    this.keep(text, start, text.length);
  }

  finish(): void {
    if (this.carry !== '' || this.isCut) this.tell();
  }

  private keep(text: string, start: number, end: number): void {
    const room = this.longest - this.carry.length;
    if (end - start > room) this.isCut = true;
    if (room > 0) this.carry += text.slice(start, Math.min(end, start + room));
  }

  private tell(): void {
    const { carry, isCut } = this;
    this.carry = '';
    this.isCut = false;
    this.heard(carry, this.line++, isCut);
  }
}
