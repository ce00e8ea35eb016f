import type { DataCommand, DataEvent } from '../../../../src/shared/ipc/data-port';

/** A fake: the test says what the process tells and when it ends. */
export class FakeProcess {
  readonly heard: [command: DataCommand, ports: string[]][] = [];
  isKilled = false;
  tell: (event: DataEvent) => void = () => undefined;
  exit: (code: number) => void = () => undefined;

  postMessage(command: DataCommand, ports: string[] = []): void {
    this.heard.push([command, ports]);
  }

  onMessage(listener: (event: DataEvent) => void): void {
    this.tell = listener;
  }

  onExit(listener: (code: number) => void): void {
    this.exit = listener;
  }

  kill(): void {
    this.isKilled = true;
  }
}
