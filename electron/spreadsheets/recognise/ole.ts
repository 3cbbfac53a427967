import type { SourceFile } from '../source-file.ts';

/** The first bytes of every OLE container: .xls, .doc, .ppt, .msg and encrypted .xlsx. */
export const oleSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const headerBytes = 512;
const directoryEntryBytes = 128;
/** Sector numbers above this one mark ends and gaps. */
const lastSector = 0xfffffff9;
/** A workbook's directory has some ten entries; a chain that leads in a circle ends here. */
const maxDirectorySectors = 256;

/** Names of the streams in an OLE container; those that can be found, when it is damaged. */
export async function oleStreamNames(file: SourceFile): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  const header = await file.read(0, headerBytes);
  if (header.length < headerBytes) return names;
  const sectorBytes = 2 ** Math.min(Math.max(header.readUInt16LE(30), 7), 16);
  let sector = header.readUInt32LE(48);
  for (let count = 0; sector <= lastSector && count < maxDirectorySectors; count++) {
    const bytes = await file.read((sector + 1) * sectorBytes, sectorBytes);
    for (let start = 0; start + directoryEntryBytes <= bytes.length; start += directoryEntryBytes) {
      // The length counts the zero that ends the name.
      const nameBytes = Math.min(bytes.readUInt16LE(start + 64), 64) - 2;
      if (nameBytes > 0) names.add(bytes.toString('utf16le', start, start + nameBytes));
    }
    sector = await nextSector(file, header, sectorBytes, sector);
  }
  return names;
}

/** Looks up which sector follows in the allocation table, whose own sectors the header lists. */
async function nextSector(
  file: SourceFile,
  header: Buffer,
  sectorBytes: number,
  sector: number,
): Promise<number> {
  const entriesPerSector = sectorBytes / 4;
  const tableIndex = Math.floor(sector / entriesPerSector);
  const tableSector = await allocationSector(file, header, sectorBytes, tableIndex);
  const position = (tableSector + 1) * sectorBytes + (sector % entriesPerSector) * 4;
  const entry = tableSector > lastSector ? Buffer.alloc(0) : await file.read(position, 4);
  return entry.length < 4 ? Infinity : entry.readUInt32LE(0);
}

const sectorsInHeader = 109;

/** The header lists the table's first sectors; a chain of sectors, rarely needed, lists the rest. */
async function allocationSector(
  file: SourceFile,
  header: Buffer,
  sectorBytes: number,
  tableIndex: number,
): Promise<number> {
  if (tableIndex < sectorsInHeader) return header.readUInt32LE(76 + tableIndex * 4);
  const listedPerSector = sectorBytes / 4 - 1;
  let rest = tableIndex - sectorsInHeader;
  let listSector = header.readUInt32LE(68);
  for (; listSector <= lastSector; rest -= listedPerSector) {
    const list = await file.read((listSector + 1) * sectorBytes, sectorBytes);
    if (list.length < sectorBytes) return Infinity;
    if (rest < listedPerSector) return list.readUInt32LE(rest * 4);
    listSector = list.readUInt32LE(sectorBytes - 4);
  }
  return Infinity;
}
