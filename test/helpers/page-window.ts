import { DATA_PORT_MESSAGE } from '../../src/shared/ipc/data-port';

/** What the page's window is to the client of the data process: it only hears the port arrive. */
export class PageWindow extends EventTarget {
  handOver(port: MessagePort): void {
    const event = new Event('message');
    Object.assign(event, { data: DATA_PORT_MESSAGE, ports: [port], source: this });
    this.dispatchEvent(event);
  }
}
