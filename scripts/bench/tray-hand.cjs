// Loaded into the main process of what is measured, the floor too. It does to the window what the user and
// a minute in the tray do to it, on a line of text each; no test driver is there that would keep the page
// awake.
/* eslint-disable @typescript-eslint/no-require-imports -- what Electron loads before an app is CommonJS */
const { Socket } = require('node:net');
const { createInterface } = require('node:readline');
const { app, BrowserWindow } = require('electron');

const HAND_FD = 3;
const hand = new Socket({ fd: HAND_FD });

/** @type {Readonly<Record<string, (text: string) => unknown>>} */
const COMMANDS = {
  /** As the button of its frame does. */
  close: () => BrowserWindow.getAllWindows()[0]?.close(),
  /** As the app itself does with a window that has been hidden for a minute. */
  destroy: () => BrowserWindow.getAllWindows()[0]?.destroy(),
  page: (script) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script),
  exit: () => app.exit(0),
};

createInterface({ input: hand }).on('line', (line) => {
  const { command, text } = JSON.parse(line);
  void Promise.resolve(COMMANDS[command]?.(text)).then((value) =>
    hand.write(`${JSON.stringify(value ?? null)}\n`),
  );
});
