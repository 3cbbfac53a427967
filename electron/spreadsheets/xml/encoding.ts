import { TextDecoder } from 'node:util';
import { DamagedFault } from '../faults.ts';

/** Enough to hold an XML declaration. */
const headBytes = 256;

/** The encoding an XML document says it is in, by its byte order mark or its declaration. */
function encodingOf(head: Buffer): string {
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0x3c && head[1] === 0x00) return 'utf-16le';
  if (head[0] === 0x00 && head[1] === 0x3c) return 'utf-16be';
  const declaration = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head.toString('latin1'));
  const declared = declaration?.[1]?.toLowerCase() ?? 'utf-8';
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  return declared === 'us-ascii' || declared.startsWith('utf-16') ? 'utf-8' : declared;
}

function textDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    throw new DamagedFault(`unknown encoding ${encoding}`);
  }
}

function withoutByteOrderMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/**
 * The chunks of an XML document as UTF-8 without a byte order mark, whatever encoding it declares. UTF-8 itself
 * passes through untouched. Throws {@link DamagedFault} when the declared encoding is unknown.
 */
export async function* asUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    let bytes = chunk;
    if (head !== null) {
      bytes = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      if (bytes.length < headBytes) {
        head = bytes;
        continue;
      }
      head = null;
      decoder = decoderFor(bytes);
      bytes = withoutByteOrderMark(bytes);
    }
    yield decoder === null ? bytes : Buffer.from(decoder.decode(bytes, { stream: true }));
  }
  if (head !== null) {
    decoder = decoderFor(head);
    const bytes = withoutByteOrderMark(head);
    yield decoder === null ? bytes : Buffer.from(decoder.decode(bytes));
  }
}

function decoderFor(head: Buffer): TextDecoder | null {
  const encoding = encodingOf(head.subarray(0, headBytes));
  return encoding === 'utf-8' || encoding === 'utf8' ? null : textDecoder(encoding);
}
