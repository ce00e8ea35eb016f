import { describe, expect, it } from 'vitest';
import { codeFiles, type ProjectFile, readProjectFile } from './project-files';

const main = codeFiles(['electron']);
const page = codeFiles(['src']);

/** Code without its comments: what is told is not done. */
function code({ text }: ProjectFile): string {
  return text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<![:'"`])\/\/.*$/gm, '');
}

function filesWith(files: readonly ProjectFile[], pattern: RegExp): string[] {
  return files.filter((file) => pattern.test(code(file))).map(({ path }) => path);
}

describe('what is dangerous has one door', () => {
  it('gives ipcMain to the router alone', () => {
    expect(filesWith(main, /\bipcMain\b/)).toEqual(['electron/main.ts']);
    expect(code(readProjectFile('electron/main.ts')).match(/\bipcMain\b/g)).toHaveLength(2);
    expect(filesWith(main, /\.(handle|handleOnce)\(\s*(channel|['"`])/)).toEqual([
      'electron/ipc/router.ts',
    ]);
  });

  it('gives ipcRenderer and the bridge to the preload script alone', () => {
    expect(filesWith([...main, ...page], /\b(ipcRenderer|contextBridge)\b/)).toEqual([
      'electron/preload.ts',
    ]);
  });

  it('lets the preload script import nothing but Electron and the contract', () => {
    const { text } = readProjectFile('electron/preload.ts');
    const imports = [...text.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'/gm)].map(
      ([, from]) => from,
    );
    expect(imports.length).toBeGreaterThan(0);
    expect(
      imports.filter((from) => from !== 'electron' && !from?.startsWith('../src/shared/ipc/')),
    ).toEqual([]);
    expect(text).not.toMatch(/\b(require|import)\s*\(/);
  });

  it('opens the browser in one place', () => {
    expect(filesWith(main, /\bopenExternal\b/)).toEqual(['electron/main.ts']);
    expect(filesWith(main, /\b(openPath|showItemInFolder)\b/)).toEqual([]);
  });

  it('answers no question synchronously', () => {
    expect(filesWith(main, /\b(sendSync|sendToHost|returnValue|ipcRenderer\.send)\b/)).toEqual([]);
  });

  it('makes each of the two windows in one place, with locked preferences', () => {
    const makers = filesWith(main, /new (BrowserWindow|BaseWindow|WebContentsView)\b/);
    expect(makers).toEqual(['electron/window/desk-window.ts', 'electron/window/ticker-window.ts']);
    for (const { text } of makers.map(readProjectFile)) {
      expect(text.match(/new BrowserWindow\(/g)).toHaveLength(1);
      expect(text.match(/webPreferences: lockPreferences\(/g)).toHaveLength(1);
    }
    expect(filesWith(main, /\b(nodeIntegration|contextIsolation|webSecurity|sandbox)\s*:/)).toEqual(
      ['electron/window/security-policy.ts'],
    );
  });

  it('runs no script in the page from main', () => {
    expect(filesWith(main, /\b(executeJavaScript\w*|insertCSS|executeScript)\b/)).toEqual([]);
  });

  it('starts other programs nowhere', () => {
    expect(filesWith(main, /\bchild_process\b/)).toEqual([]);
  });

  it('reads window.api in one place for each of the two pages', () => {
    expect(filesWith(page, /\b(window|host|globalThis)\.api\b/)).toEqual([
      'src/state/connect-desk.ts',
      'src/state/ticker-state.svelte.ts',
    ]);
  });
});

describe('the page', () => {
  it('asks no network', () => {
    const network = /\b(fetch|WebSocket|EventSource|XMLHttpRequest|sendBeacon|importScripts)\b/;
    expect(filesWith(page, network)).toEqual([]);
  });

  it('turns no text into markup or code', () => {
    const markup =
      /\{@html\b|\.(innerHTML|outerHTML|srcdoc|insertAdjacentHTML)\b|document\.write|\beval\(|new Function\(/;
    expect(filesWith(page, markup)).toEqual([]);
  });

  it('names no address', () => {
    // The name of a vocabulary is none: every drawing has to say it, and nobody asks for it.
    const address = /['"`](?!http:\/\/www\.w3\.org\/2000\/svg")(https?|wss?|ftp):\/\//;
    expect(filesWith(page, address)).toEqual([]);
  });

  it('keeps nothing in the browser', () => {
    expect(filesWith(page, /\b(localStorage|sessionStorage|indexedDB|document\.cookie)\b/)).toEqual(
      [],
    );
  });
});
