"""
A desktop for tests, on the session bus that this process is started with: notification service, tray
and sleep signals, all mocks of python-dbusmock on real buses. Reads a command as a line of JSON,
{"do": NAME, ...}, and answers each with a line, {"ok": VALUE} or {"error": TEXT}.
"""
import json
import os
import signal
import subprocess
import sys

import dbus
import dbusmock
from dbusmock import DBusTestCase

HERE = os.path.dirname(os.path.abspath(__file__))
MOCK = dbusmock.MOCK_IFACE
PROPERTIES = 'org.freedesktop.DBus.Properties'
ITEM = 'org.kde.StatusNotifierItem'
MENU = 'com.canonical.dbusmenu'


def plain(value):
    """What JSON can say of a D-Bus value."""
    if isinstance(value, dbus.Boolean):
        return bool(value)
    if isinstance(value, dbus.Double):
        return float(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return str(value)


class Desktop:
    def __init__(self):
        self.bus = dbus.SessionBus()
        self.services = {}

    # services

    def start(self, service, **parameters):
        template = {'tray': HERE + '/tray_watcher.py', 'notifications': 'notification_daemon'}.get(service, service)
        if service == 'logind' and not DBusTestCase.system_bus_pid:
            DBusTestCase.start_system_bus()
        process, mock = DBusTestCase.spawn_server_template(template, parameters, subprocess.DEVNULL)
        self.services[service] = (process, mock)
        if service == 'tray':
            # As a panel does once the watcher it brought along has its name.
            mock.EmitSignal('org.kde.StatusNotifierWatcher', 'StatusNotifierHostRegistered', '', [], dbus_interface=MOCK)
        return os.environ.get('DBUS_SYSTEM_BUS_ADDRESS')

    def stop(self, service):
        process, _ = self.services.pop(service)
        process.send_signal(signal.SIGCONT)
        process.terminate()
        process.wait()

    def pause(self, service):
        self.services[service][0].send_signal(signal.SIGSTOP)

    def unpause(self, service):
        self.services[service][0].send_signal(signal.SIGCONT)

    def mock(self, service):
        return self.services[service][1]

    def calls(self, service, method):
        calls = self.mock(service).GetCalls(dbus_interface=MOCK)
        return [plain(arguments) for _, name, arguments in calls if name == method]

    def emit(self, service, interface, name, signature, arguments):
        kinds = {'u': dbus.UInt32, 'b': dbus.Boolean, 's': str}
        typed = [kinds[kind](each) for kind, each in zip(signature, arguments)]
        self.mock(service).EmitSignal(interface, name, signature, typed, dbus_interface=MOCK)

    # the icon that was registered last

    def item(self):
        name = self.calls('tray', 'RegisterStatusNotifierItem')[-1][0]
        return name, self.bus.get_object(name, '/StatusNotifierItem')

    def icon(self):
        properties = self.item()[1].GetAll(ITEM, dbus_interface=PROPERTIES)
        pixels = bytes(b''.join(bytes(bytearray(p[2])) for p in properties['IconPixmap']))
        return {
            'status': str(properties['Status']),
            'tooltip': str(properties['ToolTip'][2]),
            'pixels': hash(pixels),
        }

    def menu_object(self):
        name, item = self.item()
        return self.bus.get_object(name, item.Get(ITEM, 'Menu', dbus_interface=PROPERTIES))

    def entries(self):
        layout = self.menu_object().GetLayout(0, -1, dbus.Array([], 's'), dbus_interface=MENU)[1]
        return [(int(child[0]), plain(child[1])) for child in layout[2]]

    def menu(self):
        return [
            '---' if entry.get('type') == 'separator' else entry.get('label', '').replace('__', '_')
            for _, entry in self.entries()
        ]

    def click(self, label):
        for number, entry in self.entries():
            if entry.get('label') == label:
                try:
                    self.menu_object().Event(number, 'clicked', dbus.Int32(0), dbus.UInt32(0), dbus_interface=MENU)
                except dbus.exceptions.DBusException as error:
                    # Who ends on a click may be gone before it answers.
                    if not error.get_dbus_name().endswith('.NoReply'):
                        raise
                return True
        return False

    def activate(self):
        self.item()[1].Activate(0, 0, dbus_interface=ITEM)

    def end(self):
        for service in list(self.services):
            self.stop(service)
        if DBusTestCase.system_bus_pid:
            DBusTestCase.stop_dbus(DBusTestCase.system_bus_pid)


def main():
    desktop = Desktop()
    for line in sys.stdin:
        command = json.loads(line)
        name = command.pop('do')
        try:
            answer = {'ok': getattr(desktop, name)(**command)}
        except Exception as error:  # whatever it was, the test is to say it
            answer = {'error': f'{name}: {error}'}
        print(json.dumps(answer), flush=True)
        if name == 'end':
            return
    desktop.end()


main()
