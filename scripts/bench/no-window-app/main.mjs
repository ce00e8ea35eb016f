import { app } from 'electron';

// The floor of the tray: an Electron app that is ready and has no window.

app.on('window-all-closed', () => undefined);
void app.whenReady();
