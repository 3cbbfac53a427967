import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Where the published schemas of Office files lie: in `ooxml` of the folder that `OOXML_SCHEMAS` names. They are no part
 * of the project: tests skip without them, or without xmllint.
 */
const folder = path.join(process.env['OOXML_SCHEMAS'] ?? '', 'ooxml');

export const schemasAreMissing =
  !existsSync(path.join(folder, 'wml.xsd')) || spawnSync('xmllint', ['--version']).error !== undefined;

/** Which schema a part is valid by; those without one are not checked. */
const schemas: readonly (readonly [RegExp, string])[] = [
  [
    /^word\/(?:document|styles|settings|numbering|footnotes|endnotes|fontTable|header\d*|footer\d*)\.xml$/,
    'wml.xsd',
  ],
  [/^xl\/(?:workbook|styles|worksheets\/sheet\d+|tables\/table\d+)\.xml$/, 'sml.xsd'],
  [/\/charts\/chart\d+\.xml$/, 'dml-chart.xsd'],
  [
    /^ppt\/(?:presentation|presProps|viewProps|slides\/slide\d+|slideLayouts\/slideLayout\d+|slideMasters\/slideMaster\d+|notesSlides\/notesSlide\d+|notesMasters\/notesMaster\d+)\.xml$/,
    'pml.xsd',
  ],
  [/\/theme\/theme\d+\.xml$|^ppt\/tableStyles\.xml$/, 'dml-main.xsd'],
];

/** What is wrong with the parts of an Office file, by its schemas. */
export function schemaFaults(parts: Readonly<Record<string, string | Uint8Array>>): string[] {
  return Object.entries(parts).flatMap(([name, content]) => {
    const schema = schemas.find(([pattern]) => pattern.test(name))?.[1];
    if (schema === undefined || typeof content !== 'string') return [];
    const { stderr, status } = spawnSync(
      'xmllint',
      ['--noout', '--nonet', '--schema', path.join(folder, schema), '-'],
      { input: withoutExtensions(content), encoding: 'utf8' },
    );
    return status === 0 ? [] : [`${name}: ${stderr.slice(0, 400)}`];
  });
}

/** The part without what it says older programs may ignore, which the schemas do not know of. */
function withoutExtensions(xml: string): string {
  const prefixes = /mc:Ignorable="([^"]*)"/.exec(xml)?.[1]?.split(/\s+/) ?? [];
  const own = prefixes.length === 0 ? '(?!)' : prefixes.join('|');
  return xml
    .replace(/ mc:Ignorable="[^"]*"/, '')
    .replace(new RegExp(` (?:${own}):\\w+="[^"]*"`, 'g'), '')
    .replace(new RegExp(`<(${own}):(\\w+)\\b[^>]*?(?:/>|>[\\s\\S]*?</\\1:\\2>)`, 'g'), '');
}
