import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createTrayServices, type TrayServicesParts } from '../../../electron/tray-services';

const made = vi.hoisted(() => ({
  create: vi.fn(),
  start: vi.fn<() => Promise<void>>(),
  dispose: vi.fn(),
}));
vi.mock('../../../electron/tray-desktop', () => ({ createTrayDesktop: made.create }));

const services = () =>
  createTrayServices({
    ...{ isPictureOnly: false, scheduler: { after: () => () => undefined } },
    log: {
      error: (message: string, cause: unknown) => expect.fail(`${message}: ${String(cause)}`),
    },
  } as unknown as TrayServicesParts);

describe('the tray of an app that ends', () => {
  beforeEach(() => {
    vi.resetAllMocks();
    made.start.mockResolvedValue();
    made.create.mockReturnValue(made);
  });

  it('is not made where the app ended while it was loaded', async () => {
    const tray = services();
    tray.pageReady();
    tray.dispose();
    await vi.dynamicImportSettled();
    expect(made.create).not.toHaveBeenCalled();
  });

  it('is taken away also while it starts', async () => {
    made.start.mockReturnValue(new Promise(() => undefined));
    const tray = services();
    tray.pageReady();
    await vi.waitFor(() => expect(made.start).toHaveBeenCalledOnce());
    tray.dispose();
    expect(made.dispose).toHaveBeenCalledOnce();
  });
});
