import { cdp, page } from 'vitest/browser';

/** A point in CSS pixels from the top left corner of an element. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Session {
  send(method: string, parameters?: object): Promise<unknown>;
}

type MouseParameters = { type: string } & Record<string, number | string>;

/** The mouse of the browser itself: its events are trusted and take the way of real ones. */
export function mouseOver(element: HTMLElement) {
  const session = cdp() as unknown as Session;
  const dispatch = async (point: Point, parameters: MouseParameters): Promise<void> => {
    const box = element.getBoundingClientRect();
    // The tests run in a frame of the page that the browser's coordinates count from.
    const frame = window.frameElement?.getBoundingClientRect();
    if (frame === undefined || frame.width !== window.innerWidth) {
      throw new Error('the frame of the tests is scaled: call fitFrame() first');
    }
    await session.send('Input.dispatchMouseEvent', {
      x: frame.left + box.left + point.x,
      y: frame.top + box.top + point.y,
      ...parameters,
    });
  };
  const button = { button: 'left', clickCount: 1 };
  return {
    move: (to: Point) => dispatch(to, { type: 'mouseMoved' }),
    press: (at: Point) => dispatch(at, { type: 'mousePressed', buttons: 1, ...button }),
    dragTo: (to: Point) => dispatch(to, { type: 'mouseMoved', buttons: 1, button: 'left' }),
    release: (at: Point) => dispatch(at, { type: 'mouseReleased', ...button }),
    wheel: (at: Point, deltaY: number, deltaX = 0) =>
      dispatch(at, { type: 'mouseWheel', deltaX, deltaY }),
    async click(at: Point): Promise<void> {
      await this.move(at);
      await this.press(at);
      await this.release(at);
    },
    async doubleClick(at: Point): Promise<void> {
      await this.click(at);
      await dispatch(at, { type: 'mousePressed', buttons: 1, button: 'left', clickCount: 2 });
      await dispatch(at, { type: 'mouseReleased', button: 'left', clickCount: 2 });
    },
    async drag(from: Point, to: Point, steps = 8): Promise<void> {
      await this.move(from);
      await this.press(from);
      for (let step = 1; step <= steps; step++) {
        await this.dragTo({
          x: from.x + ((to.x - from.x) * step) / steps,
          y: from.y + ((to.y - from.y) * step) / steps,
        });
      }
      await this.release(to);
    },
  };
}

/** Makes the frame of the tests small enough to be shown unscaled, so that pixels are pixels. */
export async function fitFrame(): Promise<void> {
  await page.viewport(1_000, 560);
}

/** Collects garbage in this page, so that a weak reference tells what is still held. */
export async function collectGarbage(): Promise<void> {
  await (cdp() as unknown as Session).send('HeapProfiler.collectGarbage');
}
