"""A StatusNotifierWatcher for python-dbusmock, as strict as GNOME's: what registers has to be on the bus."""
import dbus

BUS_NAME = MAIN_IFACE = 'org.kde.StatusNotifierWatcher'
MAIN_OBJ = '/StatusNotifierWatcher'
SYSTEM_BUS = False

REGISTER = '''
item = str(args[0])
if item.startswith('/') or not dbus.SessionBus().name_has_owner(item):
    raise dbus.exceptions.DBusException('bad item ' + item)
if %(refuses)r:
    raise dbus.exceptions.DBusException('no item is taken')
known = list(self.props['org.kde.StatusNotifierWatcher']['RegisteredStatusNotifierItems'])
known.append(item + '/StatusNotifierItem')
self.props['org.kde.StatusNotifierWatcher']['RegisteredStatusNotifierItems'] = dbus.Array(known, signature='s')
self.EmitSignal('org.kde.StatusNotifierWatcher', 'StatusNotifierItemRegistered', 's', [known[-1]])
'''


def load(mock, parameters):
    refuses = bool(parameters.get('refuses', False))
    mock.AddMethod(MAIN_IFACE, 'RegisterStatusNotifierItem', 's', '', REGISTER % {'refuses': refuses})
    mock.AddProperties(MAIN_IFACE, {
        'IsStatusNotifierHostRegistered': dbus.Boolean(parameters.get('host', True)),
        'ProtocolVersion': dbus.Int32(0),
        'RegisteredStatusNotifierItems': dbus.Array([], signature='s'),
    })
