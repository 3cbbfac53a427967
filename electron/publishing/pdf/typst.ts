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
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fontBytes()] }] });
  try {
    const compiled = compiler.compile({ mainFileContent: source, inputs: { ...inputs } });
    const { result } = compiled;
    if (result === null) throw new Error(`The document cannot be set: ${faultsOf(compiler, compiled)}`);
    return compiler.pdf(result, { pdfStandard: standard });
  } finally {
    compiler.evictCache(cacheAge);
  }
}

function faultsOf(
  { fetchDiagnostics }: Pick<NodeCompiler, 'fetchDiagnostics'>,
  compiled: ReturnType<NodeCompiler['compile']>,
): string {
  const error = compiled.takeError();
  if (error === null) return 'no reason given';
  const diagnostics = diagnosticShape.safeParse(fetchDiagnostics(error));
  return diagnostics.success ? diagnostics.data.map(({ message }) => message).join('; ') : error.kind;
}
