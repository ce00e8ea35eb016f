import type { SafeStorage } from 'electron';
import type { SecretBox } from '../core/providers/secret-box-port';

/** Electron's door to the system's store for secrets. Only after `ready`: before, it knows no store. */
export class SystemSecretBox implements SecretBox {
  constructor(
    private readonly storage: SafeStorage,
    private readonly platform: NodeJS.Platform,
  ) {}

  /** Elsewhere than on Linux there is one store, and it protects. */
  backend(): string {
    if (this.platform !== 'linux') return this.storage.isEncryptionAvailable() ? 'system' : 'none';
    return this.storage.getSelectedStorageBackend();
  }

  isAvailable(): boolean {
    return this.storage.isEncryptionAvailable();
  }

  allowPlainText(): void {
    this.storage.setUsePlainTextEncryption(true);
  }

  encrypt(text: string): Uint8Array {
    return this.storage.encryptString(text);
  }

  decrypt(bytes: Uint8Array): string {
    return this.storage.decryptString(Buffer.from(bytes));
  }
}
