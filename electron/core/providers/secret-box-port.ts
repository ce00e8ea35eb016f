/** The system's own store for secrets, as far as it can be reached. */
export interface SecretBox {
  /**
   * What protects (`keychain`, `gnome_libsecret`). `basic_text` protects with a key that everybody
   * knows; `none` is no store at all.
   */
  backend(): string;
  /** True where {@link encrypt} works now. */
  isAvailable(): boolean;
  /** Lets `basic_text` encrypt, which it refuses otherwise. Asked for only after the user's consent. */
  allowPlainText(): void;
  /** @throws Error where it does not work */
  encrypt(text: string): Uint8Array;
  /** @throws Error where the bytes are of another backend, user or machine */
  decrypt(bytes: Uint8Array): string;
}
