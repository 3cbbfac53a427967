import type { TextWidth } from '../figure.ts';
import type { DrawContext } from '../module.ts';
import {
  levelLine,
  linesHeight,
  pointMark,
  textAt,
  textLines,
  uprightLine,
  widest,
  wrapped,
} from '../pieces.ts';
import type { Mark, Scene, SceneItem } from '../scene.ts';
import type { Theme } from '../theme.ts';
import { rowHeights, type } from '../theme.ts';
import { writtenBy } from '../written.ts';
import type { EmployeePair, EmployeePairsGroup } from './data.ts';
import type { EmployeePairsSpec } from './spec.ts';
import { words } from './words.ts';

const rowHeight = rowHeights.matrix;
const groupGap = 12;
const keyHeight = 24;
const bandNameHeight = 18;
const bottomRoom = 22;
const labelGap = 10;
const widestLabelShare = 0.32;
const pointRadius = 4.6;

interface Row {
  readonly pair: EmployeePair;
  readonly lines: readonly string[];
  readonly height: number;
}

interface Group {
  readonly own: EmployeePairsGroup;
  readonly heading: readonly string[];
  readonly rows: readonly Row[];
}

interface Layout {
  readonly labelWidth: number;
  readonly groups: readonly Group[];
  readonly height: number;
}

function layOut(spec: EmployeePairsSpec, width: number, textWidth: TextWidth): Layout {
  const names = spec.groups.flatMap(({ pairs }) => pairs.map(({ unitName }) => unitName));
  const labelWidth = Math.min(width * widestLabelShare, widest(names, type.labelMedium, textWidth));
  const groups = spec.groups.map((own): Group => ({
    own,
    heading: wrapped(`${own.itemName} – ”${own.question}”`, width, type.labelStrong, textWidth),
    rows: own.pairs.map((pair) => {
      const lines = wrapped(
        pair.unitName,
        labelWidth,
        pair.isWhole ? type.labelMedium : type.label,
        textWidth,
      );
      return { pair, lines, height: Math.max(rowHeight, linesHeight(lines.length, type.label) + 4) };
    }),
  }));
  const body = groups.reduce((sum, group) => sum + groupHeight(group), 0);
  const gaps = Math.max(0, groups.length - 1) * groupGap;
  return { labelWidth, groups, height: keyHeight + bandNameHeight + body + gaps + bottomRoom };
}

function headingHeight({ heading }: Group): number {
  return linesHeight(heading.length, type.labelStrong) + 6;
}

function groupHeight(group: Group): number {
  return headingHeight(group) + group.rows.reduce((sum, { height }) => sum + height, 0);
}

export function naturalHeight(spec: EmployeePairsSpec, width: number, textWidth: TextWidth): number {
  return spec.groups.length === 0 ? 60 : layOut(spec, width, textWidth).height;
}

/** Both results of each unit as two points on one axis, over the employee survey's bands. */
export function draw(spec: EmployeePairsSpec, { width, height, theme, textWidth }: DrawContext): Scene {
  const own = words[spec.language];
  if (spec.groups.length === 0) {
    const lines = wrapped(own.none, width, type.label, textWidth);
    const ground = textLines(lines, { x: 0, y: 30, style: type.label, fill: theme.text2 });
    return { width, height, ground, items: [] };
  }
  const { labelWidth, groups, height: natural } = layOut(spec, width, textWidth);
  const written = writtenBy(spec);
  const valueWidth = widest(['100', '..'], type.label, textWidth);
  const columns = { survey: width - valueWidth - 26, employees: width };
  const left = labelWidth + labelGap;
  const right = columns.survey - valueWidth - 18;
  const xOf = (percent: number): number => left + ((right - left) * percent) / 100;
  const keyMarks = key(spec, { left: 0, y: keyHeight / 2 }, theme, textWidth);
  const ground: Mark[] = [...keyMarks];
  const items: SceneItem[] = [];
  let y = keyHeight + bandNameHeight;
  ground.push(...bandNames(spec, xOf, keyHeight + bandNameHeight / 2 - 2, theme, textWidth));
  ground.push(
    pointMark(
      'circle',
      [columns.survey - valueWidth / 2, keyHeight + bandNameHeight / 2 - 2],
      pointRadius,
      surveyFill(theme),
      theme.surface,
    ),
    pointMark(
      'square',
      [columns.employees - valueWidth / 2, keyHeight + bandNameHeight / 2 - 2],
      pointRadius,
      employeeFill(theme),
      theme.surface,
    ),
  );
  for (const group of groups) {
    const top = y;
    ground.push(
      ...textLines(group.heading, {
        x: 0,
        y: top + headingHeight(group) / 2,
        style: type.labelStrong,
        fill: theme.text,
      }),
    );
    y += headingHeight(group);
    const rowsTop = y;
    const bottom = top + groupHeight(group);
    ground.push(...bandGrounds(spec, xOf, rowsTop, bottom, theme));
    for (const { pair, lines, height: tall } of group.rows) {
      const middle = y + tall / 2;
      ground.push(
        ...textLines(lines, {
          x: left - labelGap,
          y: middle,
          style: pair.isWhole ? type.labelMedium : type.label,
          fill: theme.text,
          align: 'right',
        }),
        textAt(
          written.wholePercent(pair.surveyPercent, pair.surveyIsHidden).replace(/\s?%/, ''),
          columns.survey,
          middle,
          type.label,
          theme.text,
          'right',
        ),
        textAt(
          written.wholePercent(pair.employeeIndex, pair.employeeIsHidden).replace(/\s?%/, ''),
          columns.employees,
          middle,
          type.label,
          theme.text,
          'right',
        ),
      );
      items.push({
        name: `${group.own.itemName}, ${pair.unitName}: ${own.survey} ${written.wholePercent(pair.surveyPercent, pair.surveyIsHidden)}, ${own.employees} ${written.wholePercent(pair.employeeIndex, pair.employeeIsHidden)}`,
        key: {},
        marks: pairMarks(pair, middle, xOf, theme),
      });
      y += tall;
    }
    y += groupGap;
  }
  const axis = y - groupGap;
  ground.push(
    ...[0, 50, 100].map((tick) =>
      textAt(String(tick), xOf(tick), axis + 12, type.small, theme.muted, 'center'),
    ),
  );
  return { width, height: Math.max(height, natural), ground, items };
}

function surveyFill({ accent }: Theme): { readonly fill: string; readonly outline: string | null } {
  return { fill: accent, outline: null };
}

function employeeFill({ units, text2 }: Theme): { readonly fill: string; readonly outline: string | null } {
  return units[1] ?? { fill: text2, outline: null };
}

/** Which mark is whose. */
function key(
  { language }: EmployeePairsSpec,
  { left, y }: { readonly left: number; readonly y: number },
  theme: Theme,
  textWidth: TextWidth,
): Mark[] {
  const { survey, employees } = words[language];
  const second = left + 16 + textWidth(survey, type.small.size, type.small.weight) + 22;
  return [
    pointMark('circle', [left + 6, y], pointRadius, surveyFill(theme), theme.surface),
    textAt(survey, left + 16, y, type.small, theme.text2),
    pointMark('square', [second + 6, y], pointRadius, employeeFill(theme), theme.surface),
    textAt(employees, second + 16, y, type.small, theme.text2),
  ];
}

/** From, to and colour of each band, the lowest first. */
function bandsOf({ bands }: EmployeePairsSpec, theme: Theme) {
  const lowestFirst = [...bands].reverse();
  return lowestFirst.map(({ from, name }, at) => ({
    from,
    to: lowestFirst[at + 1]?.from ?? 100,
    name,
    fill: theme.bands[Math.min(at, theme.bands.length - 1)]?.fill ?? theme.surface,
  }));
}

function bandGrounds(
  spec: EmployeePairsSpec,
  xOf: (percent: number) => number,
  top: number,
  bottom: number,
  theme: Theme,
): Mark[] {
  const bands = bandsOf(spec, theme);
  return [
    ...bands.map(({ from, to, fill }): Mark => ({
      shape: 'rect',
      x: xOf(from),
      y: top,
      width: xOf(to) - xOf(from),
      height: bottom - top,
      fill,
    })),
    ...bands.map(({ from }) => uprightLine(xOf(from), top, bottom, theme.strongHairline)),
  ];
}

/** A band's name over it, where there is room for it. */
function bandNames(
  spec: EmployeePairsSpec,
  xOf: (percent: number) => number,
  y: number,
  theme: Theme,
  textWidth: TextWidth,
): Mark[] {
  return bandsOf(spec, theme).flatMap(({ from, to, name }) => {
    const room = xOf(to) - xOf(from);
    const needed = textWidth(name, type.small.size, type.small.weight);
    return needed > room - 2
      ? []
      : [textAt(name, (xOf(from) + xOf(to)) / 2, y, type.small, theme.muted, 'center')];
  });
}

function pairMarks(
  { surveyPercent, employeeIndex, notComparable }: EmployeePair,
  y: number,
  xOf: (percent: number) => number,
  theme: Theme,
): Mark[] {
  const marks: Mark[] = [];
  if (surveyPercent !== null && employeeIndex !== null && notComparable === null) {
    marks.push(levelLine(xOf(surveyPercent), xOf(employeeIndex), y, theme.controlBorder, 1.4));
  }
  if (surveyPercent !== null) {
    marks.push(pointMark('circle', [xOf(surveyPercent), y], pointRadius, surveyFill(theme), theme.surface));
  }
  if (employeeIndex !== null) {
    marks.push(pointMark('square', [xOf(employeeIndex), y], pointRadius, employeeFill(theme), theme.surface));
  }
  return marks;
}
