import { describe, expect, it } from 'vitest';
import { NO_REQUEST, parseDataRequest } from '../../../../../electron/data/page-port/data-request';

const open = { kind: 'open-series', request: 4, instrument: 'XNAS:GOOGL', interval: 'D' };
const sparklines = {
  kind: 'get-sparklines',
  request: 0,
  instruments: ['XNAS:GOOGL', 'XHKG:02513'],
};

const facts = {
  kind: 'get-list-facts',
  request: 5,
  instruments: ['XNAS:GOOGL'],
  sessions: 63,
  extended: true,
};

describe('parseDataRequest', () => {
  it.each([
    open,
    { ...open, interval: '4h' },
    sparklines,
    { ...sparklines, instruments: [] },
    facts,
  ])('takes %j', (request) => {
    expect(parseDataRequest(request)).toEqual({ ok: true, request });
  });

  it('takes nothing along that is not part of the request', () => {
    expect(parseDataRequest({ ...open, path: '/etc/passwd' })).toEqual({ ok: true, request: open });
  });

  it.each([
    undefined,
    null,
    'open-series',
    17,
    [],
    {},
    { ...open, request: undefined },
    { ...open, request: '4' },
    { ...open, request: -2 },
    { ...open, request: 1.5 },
    { ...open, request: NaN },
  ])('cannot name the request of %j', (message) => {
    expect(parseDataRequest(message)).toMatchObject({ ok: false, request: NO_REQUEST });
  });

  it.each([
    { ...open, kind: 'drop-tables' },
    { ...open, kind: undefined },
    { ...open, instrument: 'GOOGL' },
    { ...open, instrument: "XNAS:GOOGL'; --" },
    { ...open, instrument: ['XNAS:GOOGL'] },
    { ...open, interval: '7m' },
    { ...open, interval: undefined },
    { ...facts, instruments: ['GOOGL'] },
    { ...facts, sessions: 0 },
    { ...facts, sessions: 1.5 },
    { ...facts, sessions: 1e9 },
    { ...facts, extended: 'yes' },
    { ...sparklines, instruments: 'XNAS:GOOGL' },
    { ...sparklines, instruments: [null] },
    { ...sparklines, instruments: Array.from({ length: 2001 }, () => 'XNAS:GOOGL') },
  ])('refuses %j', (message) => {
    expect(parseDataRequest(message)).toEqual({
      ok: false,
      request: message.request,
      message: expect.any(String) as string,
    });
  });
});
