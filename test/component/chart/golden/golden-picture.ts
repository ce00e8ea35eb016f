import { expect, inject } from 'vitest';
import { commands } from 'vitest/browser';

/** A channel that differs by less than this is the smoothing of an edge. */
const CHANNEL_TOLERANCE = 48;
/** Part of the pixels that may differ by more: machines smooth slanted lines differently. */
export const SHARE_TOLERANCE = 0.001;

const FOLDER = 'test/fixtures/golden';

/**
 * Compares a picture with the stored one of that name. `npm run golden` stores what is drawn now:
 * look at what it changed before you commit it.
 */
export async function expectGolden(name: string, drawn: HTMLCanvasElement): Promise<void> {
  const path = `${FOLDER}/${name}.png`;
  if (inject('golden') === 'update') {
    await commands.writeFile(path, drawn.toDataURL('image/png').split(',')[1] ?? '', 'base64');
    return;
  }
  const stored = await pixelsOf(await commands.readFile(path, 'base64'));
  expect([drawn.width, drawn.height]).toEqual([stored.width, stored.height]);
  const context = drawn.getContext('2d') as CanvasRenderingContext2D;
  const { data } = context.getImageData(0, 0, drawn.width, drawn.height);
  const share = differingShare(data, stored.data);
  expect(share, `${name}: part of the pixels that differ from the golden picture`).toBeLessThan(
    SHARE_TOLERANCE,
  );
}

/** Part of the pixels of which a channel differs by more than smoothing does. */
export function differingShare(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  let differing = 0;
  for (let i = 0; i < one.length; i += 4) {
    const channels = [0, 1, 2].map((c) =>
      Math.abs((one[i + c] as number) - (other[i + c] as number)),
    );
    if (Math.max(...channels) > CHANNEL_TOLERANCE) differing += 1;
  }
  return differing / (one.length / 4);
}

async function pixelsOf(png: string): Promise<ImageData> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether golden pictures are compared or stored. */
    golden: 'compare' | 'update';
  }
}
