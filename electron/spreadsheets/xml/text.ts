import { DamagedFault } from '../faults.ts';

const namedEntities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const lastCodePoint = 0x10ffff;

/** An entity must be one of XML's own five or a character number: others need a DTD, which is refused. */
function entityText(whole: string, name: string): string {
  const named = namedEntities.get(name);
  if (named !== undefined) return named;
  const number = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name);
  if (number === null) throw new DamagedFault(`unknown entity ${whole}`);
  const codePoint = number[1] === undefined ? Number(number[2]) : parseInt(number[1], 16);
  if (codePoint > lastCodePoint) throw new DamagedFault(`no such character ${whole}`);
  return String.fromCodePoint(codePoint);
}

/** Text of an XML document as its reader sees it: line breaks made alike, entities resolved. */
export function decodeXmlText(bytes: Buffer, start: number, end: number): string {
  let text = bytes.toString('utf8', start, end);
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (text.includes('&')) text = text.replace(/&([^;&]{0,32});?/g, entityText);
  return text;
}

/** Excel's own escape for characters that XML cannot hold: `_x000D_` is a carriage return. */
export function unescapeCellText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
