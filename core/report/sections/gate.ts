import { shareSentence } from '../../comparison/sentences.ts';
import type { SectionDraft } from '../draft.ts';
import { figureBlock, generated, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { words } from '../words.ts';

/** Who takes part in decisions, and how they answer beside the others; null where nobody was asked. */
export function gateSection(context: ReportContext): SectionDraft | null {
  const { settings, instrument, compared, figure, years, unit, attention } = context;
  if (instrument.gate === null) return null;
  const say = words[settings.language];
  const isSwedish = settings.language === 'sv';
  const share = compared?.uncertainty?.gateYesPercent ?? null;
  return sectionDraft('gate', say.sections.gate, [
    generated('gate:text', [
      isSwedish && share !== null
        ? shareSentence('Andelen inblandade i beslut', share, { sides: 'years' }, instrument)
        : null,
      ...(isSwedish
        ? (attention.gate?.items ?? []).slice(0, contrastsTold).map(({ sentence }) => sentence)
        : []),
    ]),
    figureBlock('gate:figure', figure('gate', { years, units: [unit] })),
  ]);
}

/** So many items are told where those who take part in decisions answer otherwise than the others. */
const contrastsTold = 2;
