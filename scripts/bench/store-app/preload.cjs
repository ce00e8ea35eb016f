// A sandboxed preload script is CommonJS.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- it has no other way to Electron
const { ipcRenderer } = require('electron');

ipcRenderer.on('port', (event, name) => window.postMessage(name, '*', event.ports));
