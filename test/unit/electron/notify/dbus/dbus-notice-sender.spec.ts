import { Variant } from '@jellybrick/dbus-next';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  DbusNoticeSender,
  PATIENCE_MS,
  REST_MS,
} from '../../../../../electron/notify/dbus/dbus-notice-sender';
import type {
  BusAnswer,
  BusCall,
  SignalRule,
} from '../../../../../electron/notify/dbus/session-bus';
import { ManualTime } from '../../../../helpers/manual-time';

const HUNG: BusAnswer = { ok: false, reason: 'timed-out', detail: '' };
const NOTICE = { title: 'NVDA 201.35 USD', body: '<b>x</b> & y', isUrgent: false };

let time: ManualTime;
let calls: (BusCall & { readonly patienceMs: number })[];
let capabilities: string[];
let answer: (call: BusCall) => BusAnswer;
let listeners: Map<string, (body: readonly unknown[]) => void>;
let hasSound: boolean;
let sender: DbusNoticeSender;

beforeEach(() => {
  time = new ManualTime(0);
  calls = [];
  hasSound = true;
  listeners = new Map();
  capabilities = ['body', 'body-markup', 'actions'];
  let lastId = 40;
  answer = ({ member }) => ({ ok: true, body: [member === 'Notify' ? ++lastId : capabilities] });
  sender = new DbusNoticeSender({
    bus: {
      call: (call, patienceMs, onRouted) => {
        calls.push({ ...call, patienceMs });
        onRouted?.();
        return Promise.resolve(answer(call));
      },
      listen: ({ member }: SignalRule, hear) => {
        listeners.set(member, hear);
        return () => listeners.delete(member);
      },
    },
    ...{ now: time.now, clickLabel: () => 'Show', hasSound: () => hasSound },
  });
  sender.start();
});

const ignore = (): void => undefined;
/** What was asked of the service itself. */
const asked = () => calls.filter(({ destination }) => destination.endsWith('.Notifications'));
const notified = () => calls.filter(({ member }) => member === 'Notify').map(({ body }) => body);
const hear = (member: string, ...body: unknown[]) => listeners.get(member)?.(body);

describe('DbusNoticeSender', () => {
  it('hands a notice over as the specification has it', async () => {
    expect(await sender.show(NOTICE, ignore)).toBe(true);
    expect(notified()).toEqual([
      [
        ...['Tapeout', 0, 'tapeout', 'NVDA 201.35 USD', '&lt;b&gt;x&lt;/b&gt; &amp; y'],
        ['default', 'Show'],
        {
          urgency: new Variant('y', 1),
          'desktop-entry': new Variant('s', 'tapeout'),
          'sound-name': new Variant('s', 'message-new-instant'),
        },
        -1,
      ],
    ]);
  });

  it('says which service has the message, of which bus', async () => {
    const names: Record<string, string> = { GetId: 'b1', GetNameOwner: ':1.5' };
    const usual = answer;
    answer = (call) => {
      const name = names[call.member];
      return name === undefined ? usual(call) : { ok: true, body: [name] };
    };
    const holders: string[] = [];
    await sender.show(NOTICE, ignore, (holder) => holders.push(holder));
    expect(holders).toEqual(['b1 :1.5']);
    expect(await sender.hasTaken('b1 :1.5')).toBe(true);
    expect(await sender.hasTaken('b0 :1.5')).toBe(false);
    hear('NameOwnerChanged');
    names['GetNameOwner'] = ':1.6';
    expect(await sender.hasTaken('b1 :1.5')).toBe(false);
    hear('NameOwnerChanged');
    answer = () => HUNG;
    expect(await sender.hasTaken('b1 :1.6')).toBe(false);
  });

  it('sends plain text and no action to a service that knows neither markup nor actions', async () => {
    capabilities = ['body'];
    await sender.show(NOTICE, ignore);
    expect(notified()[0]?.slice(4, 6)).toEqual(['<b>x</b> & y', []]);
  });

  it('marks what is urgent, and is silent where the user wants that', async () => {
    hasSound = false;
    await sender.show({ ...NOTICE, isUrgent: true }, ignore);
    expect(notified()[0]?.[6]).toMatchObject({
      urgency: new Variant('y', 2),
      'suppress-sound': new Variant('b', true),
    });
  });

  it('asks what the service can do once', async () => {
    await sender.show(NOTICE, ignore);
    await sender.show(NOTICE, ignore);
    expect(asked().map(({ member }) => member)).toEqual(['GetCapabilities', 'Notify', 'Notify']);
    hear('NameOwnerChanged');
    await sender.show(NOTICE, ignore);
    expect(asked().at(-2)?.member).toBe('GetCapabilities');
  });

  it('runs the click of the notice that was clicked, until it is closed', async () => {
    const clicked: string[] = [];
    await sender.show(NOTICE, () => clicked.push('first'));
    await sender.show(NOTICE, () => clicked.push('second'));
    hear('ActionInvoked', 42, 'default');
    hear('ActionInvoked', 41, 'another');
    hear('ActionInvoked', 99, 'default');
    hear('NotificationClosed', 41, 2);
    hear('ActionInvoked', 41, 'default');
    expect(clicked).toEqual(['second']);
  });

  it('gives a service that hangs one second in all, and leaves it alone for a while', async () => {
    answer = (call) => {
      if (call.member !== 'Notify') {
        if (call.member === 'GetCapabilities') time.move(700);
        return { ok: true, body: [capabilities] };
      }
      return HUNG;
    };
    expect(await sender.show(NOTICE, ignore)).toBe(false);
    expect(asked().map(({ patienceMs }) => patienceMs)).toEqual([PATIENCE_MS, PATIENCE_MS - 700]);
    expect(await sender.show(NOTICE, ignore)).toBe(false);
    expect(asked()).toHaveLength(2);
    time.move(REST_MS);
    answer = () => ({ ok: true, body: [7] });
    expect(await sender.show(NOTICE, ignore)).toBe(true);
  });

  it('asks at once again where the service was started anew', async () => {
    answer = () => HUNG;
    await sender.show(NOTICE, ignore);
    hear('NameOwnerChanged');
    answer = ({ member }) => ({ ok: true, body: [member === 'Notify' ? 1 : capabilities] });
    expect(await sender.show(NOTICE, ignore)).toBe(true);
  });

  it('asks again the next time where there is no service', async () => {
    answer = () => ({ ok: false, reason: 'refused', detail: 'ServiceUnknown' });
    expect(await sender.show(NOTICE, ignore)).toBe(false);
    answer = ({ member }) => ({ ok: true, body: [member === 'Notify' ? 1 : capabilities] });
    expect(await sender.show(NOTICE, ignore)).toBe(true);
  });

  it('hears nothing any more at the end', () => {
    sender.dispose();
    expect(listeners.size).toBe(0);
  });
});
