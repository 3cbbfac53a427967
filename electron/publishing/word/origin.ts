import { xmlText } from '../package-bytes.ts';
import { addRelationship, appended, setContentType } from './transplant.ts';
import type { WordFile } from './word-file.ts';
import { namespaces, partAt } from './word-file.ts';
import { attribute, childElements, descendants, edited, parseXml } from './xml-tree.ts';

/** What a report is of, written into its Word file so that it is known again however its name and text change. */
export interface ReportOrigin {
  /** Stands for the workspace, and tells nothing of it. */
  readonly workspace: string;
  readonly year: number;
  /** The unit's number in the workspace; null for the whole. */
  readonly unit: number | null;
}

const names = { workspace: 'DiMiOS arbetsyta', year: 'DiMiOS år', unit: 'DiMiOS enhet' } as const;
const whole = 'hela';

/** The origin as properties of a Word file, which Word shows among the file's own. */
export function originProperties({ workspace, year, unit }: ReportOrigin): { name: string; value: string }[] {
  return [
    { name: names.workspace, value: workspace },
    { name: names.year, value: String(year) },
    { name: names.unit, value: unit === null ? whole : String(unit) },
  ];
}

/** Writes into a Word file what it is a report of, beside the properties that it has of its own. */
export function writeOrigin(file: WordFile, origin: ReportOrigin): void {
  const part = propertiesPart(file) ?? newPropertiesPart(file);
  for (const { name, value } of originProperties(origin)) {
    const text = file.text(part);
    const properties = childElements(parseXml(text));
    const [standing] = properties
      .filter((property) => attribute(property, 'name', '') === name)
      .flatMap(childElements);
    const lastId = Math.max(1, ...properties.map((property) => Number(attribute(property, 'pid', '') ?? 1)));
    file.put(
      part,
      standing === undefined
        ? appended(
            text,
            `<property xmlns="${customNamespace}" fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${lastId + 1}" name="${name}">` +
              `<vt:lpwstr xmlns:vt="${valueNamespace}">${xmlText(value)}</vt:lpwstr></property>`,
          )
        : edited(text, [{ start: standing.contentStart, end: standing.contentEnd, text: xmlText(value) }]),
    );
  }
}

const customNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const valueNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';

function propertiesPart(file: WordFile): string | null {
  const own = file.relationships('').find(({ type }) => type.endsWith('/custom-properties'));
  const name = own === undefined ? null : partAt('', own.target);
  return name !== null && file.has(name) ? name : null;
}

function newPropertiesPart(file: WordFile): string {
  const part = 'docProps/custom.xml';
  file.put(
    part,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="${customNamespace}"></Properties>`,
  );
  setContentType(file, part, 'application/vnd.openxmlformats-officedocument.custom-properties+xml');
  addRelationship(file, '', {
    type: `${namespaces.relationships}/custom-properties`,
    target: part,
    isExternal: false,
  });
  return part;
}

/** What a Word file says that it is a report of; null where it does not say, as when its properties were removed. */
export function originIn(file: WordFile): ReportOrigin | null {
  const part = propertiesPart(file);
  if (part === null) return null;
  const values = new Map(
    childElements(file.tree(part)).map((property) => [
      attribute(property, 'name', ''),
      [...descendants(property)]
        .flatMap(({ nodes }) => nodes.filter((node) => typeof node === 'string'))
        .join(''),
    ]),
  );
  const workspace = values.get(names.workspace);
  const year = Number(values.get(names.year));
  const unit = values.get(names.unit);
  if (workspace === undefined || unit === undefined || !Number.isInteger(year)) return null;
  return { workspace, year, unit: unit === whole ? null : Number(unit) };
}
