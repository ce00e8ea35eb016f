// A sandboxed preload script is CommonJS.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- it has no other way to Electron
const { contextBridge } = require('electron');

contextBridge.exposeInMainWorld('api', {});
