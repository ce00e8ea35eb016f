import { performance } from 'node:perf_hooks';
import { app, ipcMain, Menu, type MessagePortMain, protocol } from 'electron';
import { safeStorage, session, shell } from 'electron';
import { contract } from '../src/shared/ipc/contract';
import { appPaths } from './app/app-paths';
import { complain, print } from './app/console-lines';
import { installCrashHooks } from './app/crash-hooks';
import { ErrorLog } from './app/error-log';
import { showFailure } from './app/failure-dialog';
import { FailureExit } from './app/failure-exit';
import { failureText } from './app/failure-text';
import { type AcceptedLaunch, type Ending, type HeadlessLaunch } from './app/launch';
import { leave, readLaunch } from './app/launch';
import { followLifeCycle } from './app/life-cycle';
import { processCreatedMs } from './app/process-creation';
import { screenshotRun } from './app/screenshot-run';
import { Shutdown } from './app/shutdown';
import { claimFolder, claimUserData } from './app/single-instance';
import { StartTrace } from './app/start-trace';
import { systemLocale } from './app/system-locale';
import { systemScheduler as scheduler } from './app/system-scheduler';
import { takeOver } from './app/take-over';
import { createBackend } from './backend-services';
import { createDeskServices } from './desk-services';
import { SystemSecretBox } from './app/secret-box';
import { DataProcessClient } from './ipc/data-process-client';
import { electronDataProcess } from './ipc/data-process-fork';
import { createHandlers } from './ipc/handlers';
import { HELP_ADDRESSES } from './ipc/help-handlers';
import { createPublisher } from './ipc/page-publisher';
import { forkListProcess } from './ipc/list-process-fork';
import { IpcRouter } from './ipc/router';
import { BundledInstrumentCatalogueRepository } from './store/instruments/instrument-catalogue-repository';
import { openUserDatabase } from './store/open-user-database';
import { createTrayServices, starredSymbols } from './tray-services';
import { PAGE_SCHEME_PRIVILEGES } from './window/app-protocol';
import { NativeAppearance } from './window/native-appearance';
import { PAGE_ORIGIN } from './window/page-files';
import { readListFile } from './window/list-dialog';
import { marketFetch } from './window/market-session';
import { pageSession } from './window/page-session';
import { lockContents } from './window/security-policy';
import { userDialogs } from './window/user-dialogs';

/** Prices are asked for once the desk stands, and after this time even where it does not. */
const LATEST_NETWORK_MS = 3000;

const createdMs = processCreatedMs(process, performance.timeOrigin);
const trace = new StartTrace(createdMs, Date.now);
trace.mark('nodeReady', performance.timeOrigin + performance.nodeTiming.bootstrapComplete);
trace.mark('mainEvaluated');
const catalogue = new BundledInstrumentCatalogueRepository();
const loadExchanges = async () => (await import('../assets/exchanges/exchanges.json')).default;
const loadInstruments = () => catalogue.load();
const launch = await readLaunch({ process, app, loadInstruments, loadExchanges });
if (launch.kind === 'run') await start(launch);
else await leave(app, launch.kind === 'end' ? launch : await runHeadless(launch));

async function runHeadless({ command, userData }: HeadlessLaunch): Promise<Ending> {
  const commands = await import('./headless-commands');
  const folder = userData ?? app.getPath('userData');
  return commands.runHeadless(command, {
    ...{ loadInstruments, loadExchanges, now: Date.now, appVersion: app.getVersion() },
    ...{ userData: folder, claim: () => claimFolder(app, folder) },
  });
}

async function start({ request, clockOffsetMs }: AcceptedLaunch): Promise<void> {
  // It would take that switch away again, and without it root cannot start at all.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  protocol.registerSchemesAsPrivileged([PAGE_SCHEME_PRIVILEGES]);
  Menu.setApplicationMenu(null);
  const refusal = claimUserData(app, request);
  if (refusal) return leave(app, refusal);

  const { isPackaged } = app;
  const now = (): number => Date.now() + clockOffsetMs;
  const paths = appPaths(app, import.meta.dirname);
  const log = new ErrorLog(paths.logs, now, paths.hidden, complain);
  const report = (message: string, cause?: unknown): void => log.error(message, cause);
  const shutdown = new Shutdown({ exit: (code) => app.exit(code), log, scheduler });
  const end = (exitCode: number): Promise<void> => shutdown.end(exitCode);
  const screenshot = screenshotRun(request.screenshot, {
    electronVersion: process.versions.electron,
    sinceCreationMs: () => trace.sinceCreationMs(),
    capture: (file) => desk.capture(file),
    ...{ print, complain, end, scheduler },
  });
  const appearance = new NativeAppearance({
    isPackaged,
    systemLocale: () => systemLocale(app.getPreferredSystemLanguages()),
    openHelp: (link) => void openLink(HELP_ADDRESSES[link]),
    importBars: (from) => backend.news.publishImportWish({ from }),
    onThemeChanged: () => desk.repaintBackground(),
  });
  const failure = new FailureExit({
    tell: (kind) => showFailure(failureText(kind, appearance.messages, paths.logs)),
    ...{ screenshot, log, complain, end },
  });
  installCrashHooks(process, log, (error) => void failure.fail('crash', String(error)));
  const opening = openUserDatabase({ folder: paths.userData, now });
  if (!opening.ok) return void failure.fail(opening.failure.reason, opening.failure.detail);
  const { database, notice } = opening;

  const data = new DataProcessClient<MessagePortMain>({
    ...electronDataProcess(paths.dataProcess),
    start: { cacheFile: paths.cacheFile, clockOffsetMs },
    ...{ scheduler, log },
  });
  const publisher = createPublisher((channel, payload) => desk.send(channel, payload));
  const backend = createBackend({
    ...{ database, request, isPackaged, scheduler, now, log, publisher, loadExchanges },
    ...{ folder: paths.userData, bundled: await catalogue.load(), gateway: data, readListFile },
    forkListProcess: () => forkListProcess(paths.listProcess),
    box: new SystemSecretBox(safeStorage, process.platform),
    userAgent: `Tapeout/${app.getVersion()}`,
    fetch: marketFetch(() => session.fromPartition('market')),
    notifier: {
      deliver: (...telling) => tray.notifier.deliver(...telling),
      digest: (...telling) => tray.notifier.digest(...telling),
      quietUntil: () => tray.notifier.quietUntil(),
      hasTaken: (holder) => tray.notifier.hasTaken(holder),
    },
    locale: () => appearance.locale,
    restart: () => {
      app.relaunch();
      void end(0);
    },
  });
  const { settings, network } = backend;

  const preparePage = pageSession({
    ...{ open: () => session.defaultSession, folder: paths.pageFolder },
    ...{ allowDevTools: !isPackaged, report },
  });
  const { desk, page, bounds, openLink } = createDeskServices({
    ...{ preparePage, paths, trace, report, scheduler, log, isPackaged },
    openInBrowser: (address) => shell.openExternal(address),
    screenshot: screenshot !== null,
    mayClose: () => tray.mayClose(),
    onShown: () => void appearance.installMenu(),
    onVisibleChanged: (visible) => network.setVisible(visible),
    onClosed: () => tray.windowClosed(),
    onBroken: (reason) => void failure.fail('page-broken', reason),
  });
  const tray = createTrayServices({
    ...{ publisher, preparePage, paths, isPackaged, scheduler, now, log, ...backend },
    ...{ window: () => desk, parentWindow: () => desk.current, quit: () => app.quit() },
    ...{ isPictureOnly: screenshot !== null, starred: () => starredSymbols(backend.watchlist) },
    ...{ disconnect: () => data.disconnect(page), locale: () => appearance.locale },
  });
  const handlers = createHandlers({
    versions: { app: app.getVersion(), electron: process.versions.electron },
    launch: { range: request.range, screenshot: screenshot !== null, clockOffsetMs },
    systemLocale: () => systemLocale(app.getPreferredSystemLanguages()),
    storeNotice: notice,
    connectData: () => {
      // Not before the page asks: the process would take the processor from its first paint.
      data.start(network);
      data.connect(page);
      scheduler.after(LATEST_NETWORK_MS, network.wake);
    },
    onPainted: (painted) => {
      const isFirst = trace.mark('painted');
      if (isFirst && process.env['TAPEOUT_TRACE_START'] && !isPackaged) complain(trace.toLine());
      network.wake();
      tray.pageReady();
      backend.pageShown();
      void screenshot?.paint(painted);
    },
    ...userDialogs(() => desk.current, appearance),
    ...{ openLink, log, ...backend, ...tray },
  });
  const router = new IpcRouter({ ipc: ipcMain, contract, handlers, pageOrigin: PAGE_ORIGIN, log });

  shutdown.add('publisher', () => [router, backend, tray].forEach((part) => part.dispose()));
  shutdown.add('window bounds', () => bounds.flush());
  shutdown.add('data process', () => data.dispose());
  shutdown.add('store', () => database.dispose());
  const runningApp = { ...backend, ...tray };
  followLifeCycle(app, shutdown, (wishes) => takeOver(wishes, runningApp), tray.livesInTray);
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  for (const part of [backend, router]) part.start();
  backend.events.settingsChanged.subscribe((next) => void appearance.follow(next));
  const openDesk = (): void => {
    trace.mark('ready');
    appearance.start(settings.get());
    if (request.hidden) tray.startAway(network.wake);
    else desk.open();
    screenshot?.start();
  };
  // Not awaited: Electron gets ready only after this script has ended.
  void app
    .whenReady()
    .then(openDesk)
    .catch((error: unknown) => failure.fail('page-broken', String(error)));
}
