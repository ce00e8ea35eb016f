import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { appUser } from '../app-user';
import type { NotifierCommand, NotifierEvent } from './notifier-main';

/** An Electron app around the notifier, see `notifier-main.ts`. */
export class NotifierApp {
  readonly events: NotifierEvent[] = [];

  private constructor(private readonly child: ChildProcess) {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      if (line.startsWith('EVT ')) this.events.push(JSON.parse(line.slice(4)) as NotifierEvent);
    });
  }

  /** @param folder - empty; takes the bundle and the user data */
  static async bundle(folder: string): Promise<void> {
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: join(import.meta.dirname, 'notifier-main.ts'),
        target: 'node20.18',
        outDir: folder,
        emptyOutDir: false,
        rolldownOptions: {
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: 'main.cjs' },
        },
      },
    });
    const description = { name: 'notifier', version: '1.0.0', main: 'main.cjs' };
    await writeFile(join(folder, 'package.json'), JSON.stringify(description));
  }

  static start(folder: string, env: Readonly<Record<string, string>>): NotifierApp {
    const { executable, switches, env: userEnv } = appUser();
    const child = spawn(executable, [...switches, folder, join(folder, 'user-data')], {
      env: { ...process.env, ...userEnv, ...env },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    return new NotifierApp(child);
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  say(command: NotifierCommand): void {
    this.child.stdin?.write(`${JSON.stringify(command)}\n`);
  }

  told<Kind extends NotifierEvent['tells']>(
    kind: Kind,
  ): readonly Extract<NotifierEvent, { tells: Kind }>[] {
    return this.events.filter(
      (event): event is Extract<NotifierEvent, { tells: Kind }> => event.tells === kind,
    );
  }

  outcomeOf(id: number): string | undefined {
    return this.told('outcome').find((each) => each.id === id)?.outcome;
  }

  async end(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.say({ do: 'quit' });
    const patience = setTimeout(() => this.child.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(patience);
  }
}
