import electron, { clipboard, nativeImage, type NativeImage } from 'electron';

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** How Electron copied pictures before its clipboard took the form of the web's. */
interface OlderClipboard {
  writeImage(image: NativeImage): void;
}

export async function copyText(text: string): Promise<void> {
  await clipboard.writeText(text);
}

/** @returns false, with the clipboard as it was, for bytes that are no PNG */
export async function copyPicture(png: Uint8Array): Promise<boolean> {
  if (PNG_SIGNATURE.some((byte, index) => png[index] !== byte)) return false;
  const bytes = Buffer.from(png);
  // A named import of what an older Electron does not have would keep the app from starting.
  if ('ClipboardItem' in electron) {
    const picture = new Blob([bytes], { type: 'image/png' });
    await clipboard.write([new electron.ClipboardItem({ 'image/png': picture })]);
    return true;
  }
  const image = nativeImage.createFromBuffer(bytes);
  if (image.isEmpty()) return false;
  (clipboard as unknown as OlderClipboard).writeImage(image);
  return true;
}
