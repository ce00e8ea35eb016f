import { createClient } from '../api/client';
import { DataClient } from '../api/data-client';
import { Desk } from './desk.svelte';

/** The desk's state on this page's bridge to main; nothing is asked before `start()`. */
export function connectDesk(host: Window): Desk {
  const data = new DataClient(host);
  data.start();
  return new Desk(createClient(host.api), data);
}
