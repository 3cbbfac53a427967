import { unzipSync, zipSync } from 'fflate';
import type { Base } from './bases.ts';
import type { Random } from './random.ts';

/** Ways to break a file: in its bytes, in the XML inside it, in its cells. Each gives a new file. */

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

/** A broken copy of a file. Bytes of a zip are nearly always caught by its checksums, so that what lies within is broken more often. */
export function broken({ bytes, content }: Base, random: Random): Uint8Array {
  const mutations: Readonly<Record<Base['content'], readonly Mutation[]>> = {
    'xml in a zip': [brokenBytes, brokenParts, brokenParts, brokenCells, brokenCells],
    'bytes in a zip': [brokenBytes, brokenParts, brokenParts],
    bytes: [brokenBytes],
    text: [brokenBytes, brokenFields],
  };
  return random.of(mutations[content])(bytes, random);
}

const bytesThatMean = [0x00, 0xff, 0x7f, 0x80, 0x22, 0x26, 0x3c, 0x3e, 0x0a, 0x3b, 0x2c, 0xfe, 0xef];

/** Overwrites, takes out, doubles or moves bytes, or cuts the file short. */
function brokenBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let changed: Buffer = Buffer.from(bytes);
  for (let times = 1 + random.below(4); times > 0 && changed.length > 0; times--) {
    const at = random.below(changed.length);
    const length = 1 + random.below(random.of([1, 4, 16, 200]));
    const before = changed.subarray(0, at);
    const after = changed.subarray(at + length);
    switch (random.below(7)) {
      case 0:
        changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
        break;
      case 1:
        changed[at] = random.of(bytesThatMean);
        break;
      case 2:
        changed.fill(random.of(bytesThatMean), at, Math.min(at + length, changed.length));
        break;
      case 3:
        changed = Buffer.concat([before, after]);
        break;
      case 4:
        changed = Buffer.concat([before, changed.subarray(at, at + length), changed.subarray(at)]);
        break;
      case 5:
        changed = Buffer.from(before);
        break;
      default:
        if (at + 4 <= changed.length)
          changed.writeUInt32LE(random.of([0, 1, 0xffffffff, 0x7fffffff, changed.length]), at);
    }
  }
  return changed;
}

const fragments = [
  '<c/>',
  '<row>',
  '</row>',
  '<v>',
  '</v>',
  '</c>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?xml version="1.0"?>',
  '<!DOCTYPE a>',
  '&amp;',
  '&#0;',
  '&#x110000;',
  '&a;',
  '"',
  "'",
  '<',
  '>',
  '\0',
  '\uFEFF',
  '<is><t>',
  '<f>',
  '<f/>',
  ' r="XFD1048576"',
  ' t="s"',
  ' t="inlineStr"',
  ' s="99999"',
  ' hidden="1"',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<a:b xmlns:a="">',
  '_x0000_',
  '<sheetData/>',
  '<sheetData>',
  '</worksheet>',
  '<cols><col min="0" max="99999" hidden="1"/></cols>',
  '<si/>',
  '<sst/>',
] as const;

/** Changes the content of one part or two, and packs the file again with the right checksums. */
function brokenParts(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  for (let times = 1 + random.below(2); times > 0; times--) {
    const name = random.of(names);
    parts[name] = Uint8Array.from(brokenPart(parts[name] ?? new Uint8Array(), random));
  }
  const name = random.of(names);
  switch (random.below(12)) {
    case 0:
      return zipOf(Object.entries(parts).filter(([own]) => own !== name));
    case 1:
      return zipOf([...Object.entries(parts), [random.of(names), parts[name] ?? new Uint8Array()]]);
    default:
      return zipOf(Object.entries(parts));
  }
}

function zipOf(parts: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  return zipSync(Object.fromEntries(parts), { level: 1 });
}

function brokenPart(part: Uint8Array, random: Random): Uint8Array {
  const text = Buffer.from(part).toString('latin1');
  const places = [...text.matchAll(/[<>"=]/g)].map(({ index }) => index);
  if (places.length === 0) return brokenBytes(part, random);
  const at = random.of(places) + random.below(2);
  const end = random.of(places);
  const inserted = Buffer.from(random.of(fragments)).toString('latin1');
  const changed = ((): string => {
    switch (random.below(5)) {
      case 0:
        return text.slice(0, at) + inserted + text.slice(at);
      case 1:
        return text.slice(0, Math.min(at, end)) + text.slice(Math.max(at, end));
      case 2:
        return (
          text.slice(0, at) +
          text.slice(Math.min(at, end), Math.max(at, end)).repeat(1 + random.below(3)) +
          text.slice(at)
        );
      case 3:
        return text.slice(0, at);
      default:
        return text.slice(0, at) + inserted + text.slice(at + inserted.length);
    }
  })();
  return Buffer.from(changed, 'latin1');
}

const values = [
  '',
  '-1',
  '0',
  '7',
  '99',
  '1e400',
  '1e308',
  'NaN',
  '0x10',
  '1,5',
  '2958466',
  '-0',
  '4.5',
  '00012',
  'x',
  '__proto__',
  'constructor',
  '=1+1',
  'Vet ej',
  '1 = Instämmer helt',
  '#N/A',
  '2022-02-30',
  '&lt;script&gt;',
  'å'.repeat(400),
  '_xD800_',
  '9'.repeat(30),
  'TRUE',
] as const;
const types = ['s', 'str', 'inlineStr', 'b', 'e', 'd', 'n', 'x', ''] as const;
const references = [
  'A1',
  'B2',
  'XFD1048576',
  'A0',
  '1',
  'AAAA1',
  'ZZZZZZZZZ9',
  '$A$1',
  'A1:B2',
  '',
  'C3C3',
  'å1',
] as const;

/** Changes what stands in cells: their values, types and places. */
function brokenCells(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = unzipSync(bytes);
  const sheet = random.of(
    Object.keys(parts).filter((name) => /sheet\d*\.xml$|sharedStrings|styles|content\.xml/.test(name)),
  );
  let text = Buffer.from(parts[sheet] ?? new Uint8Array()).toString('utf8');
  for (let times = 1 + random.below(8); times > 0; times--) {
    const [pattern, made] = random.of<readonly [RegExp, () => string]>([
      [/<v>[^<]*<\/v>/g, () => `<v>${random.of(values)}</v>`],
      [/<t[^>]*>[^<]*<\/t>/g, () => `<t>${random.of(values)}</t>`],
      [/ t="[^"]*"/g, () => ` t="${random.of(types)}"`],
      [/ r="[^"]*"/g, () => ` r="${random.of(references)}"`],
      [/ s="[^"]*"/g, () => ` s="${random.of(values)}"`],
      [/ ref="[^"]*"/g, () => ` ref="${random.of(references)}:${random.of(references)}"`],
      [/office:value="[^"]*"/g, () => `office:value="${random.of(values)}"`],
      [/(count|numFmtId|min|max|formatCode)="[^"]*"/g, () => `numFmtId="${random.of(values)}"`],
    ]);
    const found = [...text.matchAll(pattern)];
    if (found.length === 0) continue;
    const { 0: whole, index } = random.of(found);
    text = text.slice(0, index) + made() + text.slice(index + whole.length);
  }
  return zipSync({ ...parts, [sheet]: Buffer.from(text) }, { level: 1 });
}

/** Changes the fields of delimited text. */
function brokenFields(bytes: Uint8Array, random: Random): Uint8Array {
  const isWide = bytes[0] === 0xff;
  const text = Buffer.from(bytes).toString(isWide ? 'utf16le' : 'latin1');
  const fields = text.split(/(?<=[;,\t\n])/);
  for (let times = 1 + random.below(8); times > 0; times--) {
    const at = random.below(fields.length);
    const end = fields[at]?.slice(-1) ?? '';
    fields.splice(
      at,
      random.below(3),
      ...Array.from(
        { length: random.below(3) },
        () => random.of(['"', '""', `"${random.of(values)}`, ...values]) + end,
      ),
    );
  }
  return Buffer.from(fields.join(''), isWide ? 'utf16le' : 'latin1');
}
