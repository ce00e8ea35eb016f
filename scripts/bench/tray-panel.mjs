import { Message, sessionBus, Variant } from '@jellybrick/dbus-next';
import { openPrivateBus } from '../lib/session-bus.mjs';

// A panel that shows the icon of one app, on a message bus of its own: what the app needs to hide its
// window, and the way to click on the icon (the StatusNotifierItem specification of freedesktop.org).

const WATCHER = 'org.kde.StatusNotifierWatcher';
const ITEM = 'org.kde.StatusNotifierItem';
const PROPERTIES = 'org.freedesktop.DBus.Properties';

/**
 * @typedef {object} Panel
 * @property {Record<string, string>} env for the apps on its bus
 * @property {() => Promise<void>} iconCame resolves with the next icon that registers
 * @property {() => void} click on the icon that came last
 * @property {() => Promise<void>} dispose
 */

/** @returns {Promise<Panel | null>} null where there is no message bus to be had */
export async function openPanel() {
  const { env, dispose } = await openPrivateBus();
  const busAddress = env['DBUS_SESSION_BUS_ADDRESS'];
  if (!busAddress) return null;
  const bus = sessionBus({ busAddress });
  /** @type {string[]} */
  const icons = [];
  let onIcon = () => undefined;

  /** @type {Readonly<Record<string, () => Variant>>} */
  const properties = {
    IsStatusNotifierHostRegistered: () => new Variant('b', true),
    ProtocolVersion: () => new Variant('i', 0),
    RegisteredStatusNotifierItems: () => new Variant('as', icons),
  };
  bus.addMethodHandler((/** @type {Message} */ message) => {
    const [first, name] = /** @type {string[]} */ (message.body);
    const property = properties[name ?? ''];
    if (message.interface === PROPERTIES && property) {
      bus.send(Message.newMethodReturn(message, 'v', [property()]));
    } else if (message.member === 'RegisterStatusNotifierItem' && first) {
      icons.push(first);
      bus.send(Message.newMethodReturn(message, '', []));
      const place = /** @type {const} */ (['/StatusNotifierWatcher', WATCHER]);
      bus.send(Message.newSignal(...place, 'StatusNotifierItemRegistered', 's', [first]));
      onIcon();
    } else return false;
    return true;
  });
  await bus.requestName(WATCHER, 0);
  return {
    env,
    iconCame: () => new Promise((resolve) => (onIcon = () => void resolve())),
    click: () =>
      bus.send(
        new Message({
          ...{ destination: icons.at(-1) ?? '', path: '/StatusNotifierItem' },
          ...{ interface: ITEM, member: 'Activate', signature: 'ii', body: [0, 0] },
        }),
      ),
    dispose: async () => {
      bus.disconnect();
      await dispose();
    },
  };
}
