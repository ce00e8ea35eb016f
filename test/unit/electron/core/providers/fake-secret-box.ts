import type { SecretBox } from '../../../../../electron/core/providers/secret-box-port';

/** A fake: turns the text around and marks it with the backend that did so. */
export class FakeSecretBox implements SecretBox {
  plainTextAllowed = false;
  broken = false;
  decrypted = 0;

  constructor(public name: string) {}

  backend(): string {
    return this.name;
  }

  isAvailable(): boolean {
    return this.name === 'basic_text' ? this.plainTextAllowed : this.name !== 'none';
  }

  allowPlainText(): void {
    this.plainTextAllowed = true;
  }

  encrypt(text: string): Uint8Array {
    if (this.broken || !this.isAvailable()) throw new Error(`cannot encrypt ${text}`);
    return new TextEncoder().encode(`${this.name}:${[...text].reverse().join('')}`);
  }

  decrypt(bytes: Uint8Array): string {
    this.decrypted += 1;
    const text = new TextDecoder().decode(bytes);
    if (this.broken || !this.isAvailable() || !text.startsWith(`${this.name}:`)) {
      throw new Error(`cannot decrypt ${text}`);
    }
    return [...text.slice(this.name.length + 1)].reverse().join('');
  }
}
