import { shareSentence } from '../../comparison/sentences.ts';
import type { SectionDraft } from '../draft.ts';
import { figureBlock, generated, sectionDraft } from '../draft.ts';
import type { ReportContext } from '../input.ts';
import { ItemTelling } from '../tell-items.ts';
import { words } from '../words.ts';

/** Who takes part in decisions, and how they answer beside the others; null where nobody was asked. */
export function gateSection(context: ReportContext): SectionDraft | null {
  const { settings, instrument, compared, figure, years, unit, attention } = context;
  if (instrument.gate === null) return null;
  const say = words[settings.language];
  const items = new ItemTelling(context);
  const share = compared?.uncertainty?.gateYesPercent ?? null;
  // What may well be chance is in the figures, and not told.
  const told = (attention.gate?.items ?? []).filter(({ certainty }) => certainty !== 'unsure');
  return sectionDraft('gate', say.sections.gate, [
    generated('gate:text', [
      share === null
        ? null
        : settings.language === 'sv'
          ? shareSentence('Andelen inblandade i beslut', share, { sides: 'years' }, instrument)
          : items.share('The share involved in decisions', share),
      ...told.slice(0, contrastsTold).map((contrast) => items.contrast(contrast)),
    ]),
    figureBlock('gate:figure', figure('gate', { years, units: [unit] })),
  ]);
}

/** So many items are told where those who take part in decisions answer otherwise than the others. */
const contrastsTold = 2;
