import { describe, expect, it } from 'vitest';
import { createStderrFilter, isHarmless } from '../../../scripts/lib/stderr-filter.mjs';

const BUS =
  '[6957:1123/205049.640554:ERROR:bus.cc(407)] Failed to connect to the bus: Failed to connect to socket /run/dbus/system_bus_socket: No such file or directory';

describe('isHarmless', () => {
  it.each([
    BUS,
    '[17:0105/101010.123456:ERROR:dbus/bus.cc:408] Failed to connect to the bus: Could not parse server address',
    '[17:0105/101010.123456:ERROR:object_proxy.cc(576)] Failed to call method: org.freedesktop.DBus.NameHasOwner: object_path= /org/freedesktop/DBus',
    '[18:0105/101010.123456:ERROR:viz_main_impl.cc(196)] Exiting GPU process due to errors during initialization',
    '[18:0105/101010.123456:ERROR:gl_surface_presentation_helper.cc(260)] GetVSyncParametersIfAvailable() failed for 1 times!',
    '[26664:0100/000000.423788:ERROR:zygote_linux.cc(678)] write: Broken pipe (32)',
    'libEGL warning: DRI3: Screen seems not DRI3 capable',
    'MESA: error: ZINK: failed to choose pdev',
    'Gtk-Message: 10:11:12.345: Failed to load module "canberra-gtk-module"',
    '(electron:123): dconf-WARNING **: 10:11:12.345: failed to commit changes',
  ])('knows %s', (line) => {
    expect(isHarmless(`${line}\n`)).toBe(true);
  });

  it.each([
    'Error: Failed to connect to the bus of my own',
    'TypeError: x is not a function',
    '[17:0105/101010.123456:FATAL:setuid_sandbox_host.cc(163)] The SUID sandbox helper binary was found, but is not configured correctly.',
    '[17:0105/101010.123456:FATAL:bus.cc(1)] Failed to connect to the bus',
    'error while loading shared libraries: libgbm.so.1: cannot open shared object file',
    '(electron:1): Gtk-WARNING **: 10:11:12.345: cannot open display: :9',
    'DevTools listening on ws://127.0.0.1:1/devtools/browser/x',
  ])('passes on %s', (line) => {
    expect(isHarmless(`${line}\n`)).toBe(false);
  });
});

describe('createStderrFilter', () => {
  function filtered(chunks: readonly (string | Buffer)[]) {
    const written: string[] = [];
    const filter = createStderrFilter((text) => written.push(text));
    for (const chunk of chunks) filter.push(Buffer.from(chunk));
    filter.end();
    return written.join('');
  }

  it('leaves out the harmless lines and nothing else', () => {
    expect(filtered([`first\n${BUS}\nlast\n`])).toBe('first\nlast\n');
  });

  it('judges whole lines, however they arrive', () => {
    expect(filtered([BUS.slice(0, 30), `${BUS.slice(30)}\nna`, 'med\n'])).toBe('named\n');
  });

  it('puts characters together that arrive in parts', () => {
    const bytes = Buffer.from('失败\n');
    expect(filtered([bytes.subarray(0, 2), bytes.subarray(2)])).toBe('失败\n');
  });

  it('writes the last words of a process that ends without a line break', () => {
    expect(filtered(['one\ntwo'])).toBe('one\ntwo');
  });

  it('drops the blank lines that belong to a harmless one, and keeps others', () => {
    expect(filtered([`${BUS}\n\n`, 'a\n\nb\n'])).toBe('a\n\nb\n');
  });
});
