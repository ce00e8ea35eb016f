import type { WebContents } from 'electron';
import type { Scheduler } from '../core/quotes/scheduler-port';
import { writeFileAtomically } from './atomic-file';

type CapturableContents = Pick<
  WebContents,
  'beginFrameSubscription' | 'endFrameSubscription' | 'capturePage' | 'invalidate'
>;

/** What was reported as painted may stand one frame back in the compositor. */
const FRAMES_TO_WAIT = 2;
/** A page at rest draws no frame by itself, and a wish for one may be lost before the first. */
const ASK_AGAIN_MS = 50;
/** Without frames for so long there is nothing newer to wait for. */
const LONGEST_WAIT_MS = 3_000;

/** Writes the whole content of a window to a PNG file. */
export async function captureToFile(
  contents: CapturableContents,
  path: string,
  scheduler: Scheduler,
): Promise<void> {
  await waitForFrames(contents, scheduler);
  const image = await contents.capturePage();
  if (image.isEmpty()) throw new Error('the window gave an empty picture');
  await writeFileAtomically(path, image.toPNG());
}

function waitForFrames(contents: CapturableContents, scheduler: Scheduler): Promise<void> {
  return new Promise((resolve) => {
    let frames = 0;
    let stopAsking = (): void => undefined;
    const askForFrame = (): void => {
      stopAsking = scheduler.after(ASK_AGAIN_MS, askForFrame);
      contents.invalidate();
    };
    const finish = (): void => {
      stopAsking();
      stopWaiting();
      contents.endFrameSubscription();
      resolve();
    };
    const stopWaiting = scheduler.after(LONGEST_WAIT_MS, finish);
    contents.beginFrameSubscription(true, () => {
      frames += 1;
      if (frames === FRAMES_TO_WAIT) finish();
    });
    askForFrame();
  });
}
