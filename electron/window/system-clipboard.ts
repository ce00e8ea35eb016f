import { clipboard, ClipboardItem } from 'electron';

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function copyText(text: string): Promise<void> {
  return clipboard.writeText(text);
}

/** @returns false, with the clipboard as it was, for bytes that are no PNG */
export async function copyPicture(png: Uint8Array): Promise<boolean> {
  if (PNG_SIGNATURE.some((byte, index) => png[index] !== byte)) return false;
  const picture = new Blob([Buffer.from(png)], { type: 'image/png' });
  await clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  return true;
}
