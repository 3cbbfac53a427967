import type { FigureSpec } from '../../../core/figures/figure.ts';
import { figureTable } from '../../../core/figures/index.ts';
import { FigureTableView } from './FigureTableView.tsx';

/** The table of the figure that a panel shows in short. */
export default function PanelTable({ spec, label }: { readonly spec: FigureSpec; readonly label: string }) {
  return <FigureTableView table={figureTable(spec)} label={label} />;
}
