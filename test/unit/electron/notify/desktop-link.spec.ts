import { describe, expect, it, vi } from 'vitest';
import { busAddress } from '../../../../electron/notify/desktop-link';

vi.mock('electron', () => ({ Notification: class {} }));

describe('busAddress', () => {
  it('is what the session says, else where systemd puts the bus', () => {
    const named = 'unix:path=/tmp/bus';
    expect(busAddress({ DBUS_SESSION_BUS_ADDRESS: named, XDG_RUNTIME_DIR: '/run/user/1' })).toBe(
      named,
    );
    expect(busAddress({ XDG_RUNTIME_DIR: '/run/user/1' })).toBe('unix:path=/run/user/1/bus');
    expect(busAddress({})).toBeNull();
  });
});
