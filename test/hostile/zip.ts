import { crc32, constants, deflateRawSync } from 'node:zlib';

/** Zip files as no honest program writes them: every field of an entry can be made to lie. */

/** One entry; what is left out is told truly. */
export interface ZipEntry {
  readonly name: string | Buffer;
  /** As it lies in the file, when `packed`; else what is packed here. */
  readonly content: Buffer;
  /** Set when `content` is deflated already: the checksum and size of what it unpacks to. */
  readonly packed?: { readonly checksum: number; readonly sizeBytes: number };
  readonly declaredBytes?: number;
  readonly method?: number;
  readonly flags?: number;
  /** Where the directory says that the entry lies; for entries that share their bytes. */
  readonly offset?: number;
}

/** The bytes of a zip file with these entries, in this order. */
export function zipFile(entries: readonly ZipEntry[], comment = ''): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let position = 0;
  for (const entry of entries) {
    const name = typeof entry.name === 'string' ? Buffer.from(entry.name) : entry.name;
    const { packed } = entry;
    const body = packed === undefined ? deflateRawSync(entry.content) : entry.content;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(entry.flags ?? 0, 2);
    common.writeUInt16LE(entry.method ?? 8, 4);
    common.writeUInt32LE(packed?.checksum ?? crc32(entry.content), 10);
    common.writeUInt32LE(body.length, 14);
    common.writeUInt32LE(entry.declaredBytes ?? packed?.sizeBytes ?? entry.content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(entry.offset ?? position, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, end, name);
    const local = [Buffer.from('PK\x03\x04', 'latin1'), common, name, body];
    pieces.push(...local);
    position += local.reduce((sum, { length }) => sum + length, 0);
  }
  const directoryBytes = Buffer.concat(directory);
  const trailer = Buffer.alloc(22);
  trailer.write('PK\x05\x06', 'latin1');
  trailer.writeUInt16LE(entries.length, 8);
  trailer.writeUInt16LE(entries.length, 10);
  trailer.writeUInt32LE(directoryBytes.length, 12);
  trailer.writeUInt32LE(position, 16);
  trailer.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...pieces, directoryBytes, trailer, Buffer.from(comment, 'latin1')]);
}

/** The entries of a zip file with these parts. */
export function zipEntries(parts: Readonly<Record<string, string | Uint8Array>>): ZipEntry[] {
  return Object.entries(parts).map(([name, content]) => ({ name, content: Buffer.from(content) }));
}

/**
 * A part that unpacks to `head`, `block` many times over, and `tail`: a bomb made without unpacking it. What one
 * block deflates to is repeated, since a full flush makes it stand on its own.
 */
export function repeated(
  head: string,
  block: string,
  times: number,
  tail: string,
): Pick<ZipEntry, 'content' | 'packed'> {
  const bytes = Buffer.from(block);
  const flushed = { finishFlush: constants.Z_FULL_FLUSH };
  const packedBlock = deflateRawSync(bytes, flushed);
  let checksum = crc32(head);
  for (let time = 0; time < times; time++) checksum = crc32(bytes, checksum);
  checksum = crc32(tail, checksum);
  const sizeBytes = Buffer.byteLength(head) + bytes.length * times + Buffer.byteLength(tail);
  const content = Buffer.concat([
    deflateRawSync(head, flushed),
    ...Array.from({ length: times }, () => packedBlock),
    deflateRawSync(tail),
  ]);
  return { content, packed: { checksum, sizeBytes } };
}
