import { open } from 'node:fs/promises';

/**
 * Reads a regular file up to a length: what stands in the folder under a name may be anything, also
 * what never ends.
 *
 * @throws what the system throws where it cannot be read
 */
export async function readAtMost(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    if (!(await file.stat()).isFile()) throw new Error('no regular file');
    const bytes = new Uint8Array(most);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(bytes, length, most - length, length);
      length += bytesRead;
      if (bytesRead === 0 || length === most) return bytes.subarray(0, length);
    }
  } finally {
    await file.close();
  }
}
