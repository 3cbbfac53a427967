import { packParts } from '../../../../electron/publishing/package-bytes.ts';
import { svgToPng } from '../../../../electron/publishing/png.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** What a template may be beside the usual. */
export interface TemplateForm {
  readonly contentType?: string;
  readonly extra?: Readonly<Record<string, string | Uint8Array>>;
}

/**
 * An organisation's template as a Swedish Word saves it: style ids in Swedish, headings that count by themselves, own
 * bullets, a logo in the header, text to be replaced with a picture in it, and a link to the template it was made from.
 */
export function organisationTemplate({
  contentType = `${wordType}.template.main+xml`,
  extra = {},
}: TemplateForm = {}): Buffer {
  const logo = svgToPng(
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40" fill="#7A1F5C"/></svg>',
    1,
  );
  const root = `xmlns:w="${main}" xmlns:r="${relations}"`;
  const list = (lines: readonly string[]): string =>
    `${head}<Relationships xmlns="${packaged}/relationships">${lines.join('')}</Relationships>`;
  const line = (id: string, kind: string, target: string, mode = ''): string =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"${mode}/>`;
  const paragraphStyle = (id: string, name: string, properties: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>${properties}</w:style>`;
  const red = '<w:color w:val="7A1F5C"/>';
  return packParts({
    '[Content_Types].xml':
      `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
      `<Override PartName="/word/document.xml" ContentType="${contentType}"/>` +
      ['styles', 'settings', 'numbering', 'header1', 'footer1']
        .map(
          (part) =>
            `<Override PartName="/word/${part}.xml" ContentType="${wordType}.${part.replace('1', '')}+xml"/>`,
        )
        .join('') +
      '</Types>',
    '_rels/.rels': list([line('rId1', 'officeDocument', 'word/document.xml')]),
    'word/document.xml':
      `${head}<w:document ${root}><w:body><w:p><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr><w:r><w:t>Skriv här</w:t></w:r></w:p>` +
      `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:id="rId9"/></v:shape></w:pict></w:r></w:p>` +
      '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>' +
      '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2268" w:right="1701" w:bottom="1701" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>',
    'word/_rels/document.xml.rels': list([
      line('rId1', 'styles', 'styles.xml'),
      line('rId2', 'settings', 'settings.xml'),
      line('rId3', 'numbering', 'numbering.xml'),
      line('rId4', 'header', 'header1.xml'),
      line('rId5', 'footer', 'footer1.xml'),
      line('rId9', 'image', 'media/plats.png'),
    ]),
    'word/styles.xml':
      `${head}<w:styles ${root}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>` +
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
      paragraphStyle(
        'Rubrik1',
        'heading 1',
        `<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr>${red}<w:sz w:val="40"/></w:rPr>`,
      ) +
      paragraphStyle(
        'Rubrik2',
        'heading 2',
        `<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr>${red}<w:sz w:val="32"/></w:rPr>`,
      ) +
      paragraphStyle('Rubrik', 'Title', `<w:rPr>${red}<w:sz w:val="72"/></w:rPr>`) +
      paragraphStyle('Beskrivning', 'caption', `<w:rPr><w:i/>${red}</w:rPr>`) +
      paragraphStyle('Punktlista', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>') +
      '</w:styles>',
    'word/settings.xml': `${head}<w:settings ${root}><w:attachedTemplate r:id="rId1"/><w:defaultTabStop w:val="1304"/></w:settings>`,
    'word/_rels/settings.xml.rels': list([
      line('rId1', 'attachedTemplate', 'file:///C:/Mallar/Kommun.dotx', ' TargetMode="External"'),
    ]),
    'word/numbering.xml':
      `${head}<w:numbering ${root}>` +
      '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>' +
      '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="»"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
    'word/header1.xml':
      `${head}<w:hdr ${root}><w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="1143000" cy="381000"/><wp:docPr id="1" name="Logotyp" descr="Kommunens logotyp"/>` +
      '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1143000" cy="381000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:hdr>',
    'word/_rels/header1.xml.rels': list([line('rId1', 'image', 'media/image1.png')]),
    'word/footer1.xml': `${head}<w:ftr ${root}><w:p><w:r><w:t>Exempelkommunen, 0123-45 67 89 </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`,
    'word/media/image1.png': logo,
    'word/media/plats.png': Uint8Array.from([9, 9, 9]),
    ...extra,
  });
}
