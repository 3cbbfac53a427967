import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import * as z from 'zod';
import { fontBytes } from '../fonts.ts';

/** The standards that are written: for publishing, and for the archive. */
export const pdfStandards = ['ua-1', 'a-2a'] as const;
export type PdfStandard = (typeof pdfStandards)[number];

let compiler: NodeCompiler | undefined;

/** How many documents a remembered result of the compiler outlives. */
const cacheAge = 4;

const diagnosticShape = z.array(z.looseObject({ message: z.string() }));

/**
 * Sets a Typst document with the bundled fonts and no others. `inputs` are what the source finds in `sys.inputs`.
 * No time is written: the same source and inputs give the same bytes.
 */
export function typesetPdf(
  source: string,
  inputs: Readonly<Record<string, string>>,
  standard: PdfStandard,
): Buffer {
  return typeset(source, inputs, (own, document) => own.pdf(document, { pdfStandard: standard }));
}

/** All pages of a document beneath one another, and what it tells about itself. */
export interface TypesetPages {
  readonly svg: string;
  readonly pageCount: number;
  /** The values of the metadata that the selector finds. */
  readonly told: unknown;
}

/** Sets a document as {@link typesetPdf} does, as pictures of its pages; `selector` finds metadata in it. */
export function typesetPages(
  source: string,
  inputs: Readonly<Record<string, string>>,
  selector: string,
): TypesetPages {
  return typeset(source, inputs, (own, document) => {
    const told: unknown = own.query(document, { selector, field: 'value' });
    return { svg: own.plainSvg(document), pageCount: document.numOfPages, told };
  });
}

/** What a document tells about itself when it is set, without a picture of it: as {@link TypesetPages.told}. */
export function typesetTold(
  source: string,
  inputs: Readonly<Record<string, string>>,
  selector: string,
): unknown {
  return typeset(source, inputs, (own, document): unknown =>
    own.query(document, { selector, field: 'value' }),
  );
}

function typeset<Result>(
  source: string,
  inputs: Readonly<Record<string, string>>,
  write: (compiler: NodeCompiler, document: NodeTypstDocument) => Result,
): Result {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fontBytes()] }] });
  try {
    const compiled = compiler.compile({ mainFileContent: source, inputs: { ...inputs } });
    const { result } = compiled;
    if (result === null) throw new Error(`The document cannot be set: ${faultsOf(compiler, compiled)}`);
    return write(compiler, result);
  } finally {
    compiler.evictCache(cacheAge);
  }
}

function faultsOf(
  own: Pick<NodeCompiler, 'fetchDiagnostics'>,
  compiled: ReturnType<NodeCompiler['compile']>,
): string {
  const error = compiled.takeError();
  if (error === null) return 'no reason given';
  const diagnostics = diagnosticShape.safeParse(own.fetchDiagnostics(error));
  return diagnostics.success ? diagnostics.data.map(({ message }) => message).join('; ') : error.kind;
}
