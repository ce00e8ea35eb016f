import { contextBridge, ipcRenderer } from 'electron';
import { mapContract } from '../src/shared/ipc/build';
import { contract } from '../src/shared/ipc/contract';
import { DATA_PORT_MESSAGE } from '../src/shared/ipc/data-port';

/** Of the page's window only what is used here; the rest of main's world has no DOM. */
declare const window: {
  postMessage(message: string, targetOrigin: string, transfer: readonly unknown[]): void;
};

/** The page's own origin: a port goes to it and to nobody else. */
const PAGE_ORIGIN = 'app://tapeout';

function ask(channel: string) {
  return (args?: unknown): Promise<unknown> => ipcRenderer.invoke(channel, args);
}

function listen(channel: string) {
  return (listener: (payload: unknown) => void): (() => void) => {
    // The event stays here: it leads to ipcRenderer.
    const pass = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(channel, pass);
    return () => {
      ipcRenderer.removeListener(channel, pass);
    };
  };
}

contextBridge.exposeInMainWorld(
  'api',
  mapContract(contract, (channel, call) =>
    call.kind === 'invoke' ? ask(channel) : listen(channel),
  ),
);

// A port cannot cross the bridge; a window message can carry it.
ipcRenderer.on(DATA_PORT_MESSAGE, (event) => {
  window.postMessage(DATA_PORT_MESSAGE, PAGE_ORIGIN, event.ports);
});
