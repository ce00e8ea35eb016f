import type { NativeImage, WebContents } from 'electron';
import { writeFileAtomically } from './atomic-file';

type CapturableContents = Pick<
  WebContents,
  'beginFrameSubscription' | 'endFrameSubscription' | 'capturePage' | 'invalidate'
>;

/** What was reported as painted may stand one frame back in the compositor. */
const FRAMES_TO_WAIT = 2;

/** Writes the whole content of a window to a PNG file. */
export async function captureToFile(contents: CapturableContents, path: string): Promise<void> {
  await waitForFrames(contents, FRAMES_TO_WAIT);
  const image: NativeImage = await contents.capturePage();
  if (image.isEmpty()) throw new Error('the window gave an empty picture');
  await writeFileAtomically(path, image.toPNG());
}

function waitForFrames(contents: CapturableContents, count: number): Promise<void> {
  return new Promise((resolve) => {
    let seen = 0;
    contents.beginFrameSubscription(true, () => {
      seen += 1;
      if (seen < count) {
        // A page at rest draws no frame by itself.
        contents.invalidate();
        return;
      }
      contents.endFrameSubscription();
      resolve();
    });
    contents.invalidate();
  });
}
