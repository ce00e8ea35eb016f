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

const WITHHELD: BusAnswer = { ok: false, reason: 'withheld', detail: '' };
const REFUSED: BusAnswer = { ok: false, reason: 'refused', detail: '' };
const HUNG: BusAnswer = { ok: false, reason: 'timed-out', detail: '' };
const NOTICE = { title: 'NVDA 201.35 USD', body: '<b>x</b> & y', isUrgent: false, tag: 'a7' };

let time: ManualTime;
let calls: (BusCall & { readonly patienceMs: number })[];
let capabilities: string[];
let answer: (call: BusCall) => BusAnswer;
let listeners: Map<string, (body: readonly unknown[]) => void>;
let hasSound: boolean;
let goesOut: boolean;
let sender: DbusNoticeSender;

beforeEach(() => {
  time = new ManualTime(0);
  calls = [];
  [hasSound, goesOut] = [true, true];
  listeners = new Map();
  capabilities = ['body', 'body-markup', 'actions'];
  let lastId = 40;
  answer = ({ member }) => ({ ok: true, body: [member === 'Notify' ? ++lastId : capabilities] });
  sender = new DbusNoticeSender({
    bus: {
      call: (call, patienceMs, onSend = (write) => void write()) => {
        let isSent = false;
        onSend(() => {
          calls.push({ ...call, patienceMs });
          isSent = true;
          return goesOut;
        });
        return Promise.resolve(isSent ? answer(call) : WITHHELD);
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
    expect(await sender.show(NOTICE, ignore)).toBe('delivered');
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

  describe('that is handed over', () => {
    let names: Record<string, string>;
    let holders: string[];
    const handOver = (holder: string, write: () => boolean): void => {
      holders.push(`${holder} ${write()}`);
    };

    beforeEach(() => {
      names = { GetId: 'b1', GetNameOwner: ':1.5' };
      holders = [];
      const usual = answer;
      answer = (call) => {
        const name = names[call.member];
        return name === undefined ? usual(call) : { ok: true, body: [name] };
      };
    });

    it('says to which service of which bus, as it goes out', async () => {
      expect(await sender.show(NOTICE, ignore, handOver)).toBe('delivered');
      goesOut = false;
      await sender.show(NOTICE, ignore, handOver);
      expect(holders).toEqual(['b1 :1.5 true', 'b1 :1.5 false']);
    });

    it('goes out without a word where the bus does not name the service', async () => {
      const usual = answer;
      answer = (call) => (call.member === 'GetId' ? REFUSED : usual(call));
      expect(await sender.show(NOTICE, ignore, handOver)).toBe('delivered');
      expect(holders).toEqual([]);
      expect(notified()).toHaveLength(1);
    });

    it('is not sent where it is kept back', async () => {
      expect(await sender.show(NOTICE, ignore, () => undefined)).toBe('failed');
      expect(notified()).toEqual([]);
    });

    it.each([
      [HUNG, true, 'unsure'],
      [HUNG, false, 'failed'],
      [REFUSED, true, 'failed'],
    ] as const)('and then answered by %j, gone out: %j, is %s', async (then, out, outcome) => {
      const usual = answer;
      answer = (call) => (call.member === 'Notify' ? then : usual(call));
      goesOut = out;
      expect(await sender.show(NOTICE, ignore, handOver)).toBe(outcome);
    });

    it('has come to its service once that answers again, and never to another one', async () => {
      expect(await sender.hasTaken('b1 :1.5')).toBe('yes');
      expect(await sender.hasTaken('b0 :1.5')).toBe('no');
      names['GetNameOwner'] = ':1.6';
      expect(await sender.hasTaken('b1 :1.5')).toBe('no');
    });

    it.each([
      ['GetCapabilities', HUNG, 'unknown'],
      ['GetCapabilities', REFUSED, 'no'],
      ['GetNameOwner', HUNG, 'unknown'],
      ['GetNameOwner', REFUSED, 'no'],
      ['GetId', { ok: false, reason: 'no-bus', detail: '' }, 'no'],
    ] as const)('where %s is answered by %j: %s', async (member, then, taken) => {
      const usual = answer;
      answer = (call) => (call.member === member ? then : usual(call));
      expect(await sender.hasTaken('b1 :1.5')).toBe(taken);
    });
  });

  it('is marked for a service that lets one message take the place of another', async () => {
    capabilities = ['body', 'x-dunst-stack-tag'];
    await sender.show(NOTICE, ignore);
    expect(notified()[0]?.[6]).toMatchObject({ 'x-dunst-stack-tag': new Variant('s', 'a7') });
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
    expect(await sender.show(NOTICE, ignore)).toBe('failed');
    expect(asked().map(({ patienceMs }) => patienceMs)).toEqual([PATIENCE_MS, PATIENCE_MS - 700]);
    expect(await sender.show(NOTICE, ignore)).toBe('failed');
    expect(asked()).toHaveLength(2);
    time.move(REST_MS);
    answer = () => ({ ok: true, body: [7] });
    expect(await sender.show(NOTICE, ignore)).toBe('delivered');
  });

  it('asks at once again where the service was started anew', async () => {
    answer = () => HUNG;
    await sender.show(NOTICE, ignore);
    hear('NameOwnerChanged');
    answer = ({ member }) => ({ ok: true, body: [member === 'Notify' ? 1 : capabilities] });
    expect(await sender.show(NOTICE, ignore)).toBe('delivered');
  });

  it('asks again the next time where there is no service', async () => {
    answer = () => ({ ok: false, reason: 'refused', detail: 'ServiceUnknown' });
    expect(await sender.show(NOTICE, ignore)).toBe('failed');
    answer = ({ member }) => ({ ok: true, body: [member === 'Notify' ? 1 : capabilities] });
    expect(await sender.show(NOTICE, ignore)).toBe('delivered');
  });

  it('hears nothing any more at the end', () => {
    sender.dispose();
    expect(listeners.size).toBe(0);
  });
});
