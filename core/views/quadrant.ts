import type { Change, Choice, Estimate, Quadrant, Texts } from '../api.ts';
import type { Measurements } from '../analysis/measurements.ts';
import type { Instrument, QuadrantType } from '../instrument/instrument.ts';
import { Refusal } from '../problem.ts';
import type { UnitId } from '../survey/units.ts';
import { againstRest, changesSince } from './comparisons.ts';
import { hidingText } from './changes.ts';
import type { GroupView } from './figures-of.ts';
import { groupView } from './figures-of.ts';
import type { Given } from './overview.ts';
import type { SubjectView } from './subject.ts';
import { subjectOf } from './subject.ts';
import { capital, countWord, leadOf, listedTexts, percentText, same, small, strong } from './words.ts';

/** How many items the panel tells of. */
const deviationsShown = 3;

type Axes = Quadrant['axes'];
type Limits = NonNullable<Instrument['quadrants']>;

/**
 * Where units stand, and the panel of one of them.
 * @throws Refusal `year-missing`, `unit-missing`, `quadrants-missing` for an instrument without quadrants
 */
export function quadrant(
  measurements: Measurements,
  choice: Choice,
  focus: UnitId | null,
  given: readonly Given[],
): Quadrant {
  const subject = subjectOf(measurements, choice);
  const { instrument, years, units } = subject;
  const { quadrants } = instrument;
  const [x, y] = (['x', 'y'] as const).map((axis) =>
    instrument.dimensions.find((dimension) => dimension.axis === axis),
  );
  if (quadrants === null || x === undefined || y === undefined) {
    throw new Refusal({
      code: 'quadrants-missing',
      message: 'Instrumentet har inga kvadranter.',
      nextStep: 'Använd ett instrument som anger vilka dimensioner som är axlar.',
    });
  }
  const axes: Axes = { x: { code: x.code, name: x.name }, y: { code: y.code, name: y.name } };
  const list = [...new Set(units)].map((unit) => rowOf(measurements, choice, subject, axes, unit));
  return {
    lead: leadOf(leadText(list, axes, quadrants)),
    who: { ...subject.who },
    years: [...years],
    limitPercent: quadrants.limitPercent,
    axes,
    types: quadrants.types.map(typeOf),
    list,
    hiddenNote: hiddenNote(list),
    lines: linesOf(choice, subject, given),
    focus: focusOf(measurements, choice, subject, axes, quadrants, focus),
  };
}

function typeOf({ code, name, x, y, risks, advice }: QuadrantType): Quadrant['types'][number] {
  return { code, name, x, y, risks: [...risks], advice: [...advice] };
}

function rowOf(
  measurements: Measurements,
  choice: Choice,
  { years, year }: SubjectView,
  axes: Axes,
  unit: UnitId | null,
): Quadrant['list'][number] {
  const now = groupView(measurements, year, unit, choice.who);
  const at = (group: GroupView): { x: Estimate; y: Estimate } => ({
    x: group.dimension(axes.x.code),
    y: group.dimension(axes.y.code),
  });
  const hidden = now.hidden ?? now.dimension(axes.x.code).hidden ?? now.dimension(axes.y.code).hidden;
  return {
    unit,
    name: now.name,
    level: now.level,
    ...at(now),
    quadrant: now.quadrant,
    trail: years.map((other) => ({
      year: other,
      ...at(groupView(measurements, other, unit, choice.who)),
    })),
    hiddenText: hidden === null ? null : hidingText(hidden),
  };
}

/** How many of the shown units stand over each limit, and whether that is sure. */
function leadText(list: Quadrant['list'], axes: Axes, { limitPercent, types }: Limits): Texts {
  const units = list.filter(({ unit }) => unit !== null);
  const told = units.length === 0 ? list : units;
  const placed = told.filter(({ x, y }) => x.value !== null && y.value !== null);
  if (placed.length === 0)
    return {
      sv: 'Ingen av de valda enheterna kan visas i kvadranten.',
      en: 'None of the chosen units can be shown in the quadrant.',
    };
  const [only] = placed;
  if (placed.length === 1 && only !== undefined) {
    const type = types.find(({ code }) => code === only.quadrant);
    const name = type?.name ?? same('');
    return {
      sv: `${strong(same(only.name)).sv} står i ${strong(small(name)).sv}.`,
      en: `${strong(same(only.name)).en} stands in ${strong(small(name)).en}.`,
    };
  }
  const clauses = (['y', 'x'] as const).map((axis) =>
    overClause(placed, axis, axes[axis].name, limitPercent),
  );
  const [first = same(''), second = same('')] = clauses;
  return {
    sv: `${capital(first).sv}. ${capital(second).sv}.`,
    en: `${capital(first).en}. ${capital(second).en}.`,
  };
}

function overClause(placed: Quadrant['list'], axis: 'x' | 'y', name: Texts, limit: number): Texts {
  const over = placed.filter((row) => (row[axis].value ?? 0) >= limit);
  const of = countWord(placed.length);
  const dimension = small(name);
  if (over.length === 0)
    return {
      sv: `*ingen av ${of.sv}* når gränsen för ${dimension.sv}`,
      en: `*none of ${of.en}* reaches the limit of ${dimension.en}`,
    };
  const sure = over.filter((row) => (row[axis].ciLow ?? -Infinity) >= limit).length;
  const count = countWord(over.length);
  const certainty =
    sure === over.length
      ? { sv: 'säkert', en: 'certainly' }
      : sure === 0
        ? { sv: 'inom osäkerheten', en: 'within the uncertainty' }
        : { sv: `${countWord(sure).sv} av dem säkert`, en: `${countWord(sure).en} of them certainly` };
  return {
    sv: `*${count.sv} av ${of.sv}* ligger över gränsen för ${dimension.sv}, ${certainty.sv}`,
    en: `*${count.en} of ${of.en}* ${over.length === 1 ? 'lies' : 'lie'} over the limit of ${dimension.en}, ${certainty.en}`,
  };
}

function hiddenNote(list: Quadrant['list']): Texts | null {
  const hidden = list.filter(({ hiddenText }) => hiddenText !== null);
  if (hidden.length === 0) return null;
  const names = listedTexts(hidden.map(({ name }) => same(name)));
  return {
    sv: `.. visas inte: ${names.sv}, för att skydda enskilda svar.`,
    en: `.. not shown: ${names.en}, to protect the answers of individuals.`,
  };
}

function linesOf({ against }: Choice, { year }: SubjectView, given: readonly Given[]): Quadrant['lines'] {
  const isWanted = { target: against.target, benchmark: against.nation, pool: against.pool };
  return given
    .filter((own) => own.year === year && isWanted[own.kind])
    .map(({ kind, source, percent }) => ({
      kind,
      label: kind === 'target' ? { sv: `Mål ${year}`, en: `Target ${year}` } : same(source),
      percent,
    }));
}

function focusOf(
  measurements: Measurements,
  choice: Choice,
  { years, year, since }: SubjectView,
  axes: Axes,
  { limitPercent, types }: Limits,
  focus: UnitId | null,
): Quadrant['focus'] {
  const { tree } = measurements;
  const unit = focus === null ? null : tree.resolve(focus);
  if (unit !== null && !tree.units.some(({ id }) => id === unit)) return null;
  const now = groupView(measurements, year, unit, choice.who);
  if (now.selected === null) return null;
  const changes = since === null ? null : changesSince(measurements, since, year, unit, choice.who);
  const groups = years.map((other) => groupView(measurements, other, unit, choice.who));
  const type = types.find(({ code }) => code === now.quadrant);
  const dimensionRow = (axis: 'x' | 'y') => ({
    kind: 'dimension' as const,
    name: axes[axis].name,
    values: groups.map((group) => ({ ...group.dimension(axes[axis].code), year: group.year })),
    change: changes?.dimension(axes[axis].code) ?? null,
  });
  const { deviations, missing } = deviationsOf(measurements, choice, now);
  return {
    unit,
    name: now.name,
    respondents: now.respondents,
    invited: now.invited,
    responseRatePercent: now.responseRatePercent,
    since,
    rows: [
      dimensionRow('x'),
      dimensionRow('y'),
      {
        kind: 'maturity',
        name: { sv: 'Mognad', en: 'Maturity' },
        values: groups.map((group) => ({ ...group.maturity, year: group.year })),
        change: changes?.maturity ?? null,
      },
    ],
    type: type === undefined ? null : typeOf(type),
    crossing: crossingText(now, axes, limitPercent),
    deviationsFrom:
      unit === null
        ? { sv: 'Skiljer sig mest', en: 'Differs most' }
        : {
            sv: `Skiljer sig mest från resten av ${measurements.nameOf(now.parent)}`,
            en: `Differs most from the rest of ${measurements.nameOf(now.parent)}`,
          },
    deviations,
    deviationsMissing: missing,
  };
}

/** Which intervals reach over their limit, so that another quadrant cannot be ruled out. */
function crossingText(group: GroupView, axes: Axes, limit: number): Texts | null {
  const { display } = group.instrument;
  const crossing = (['x', 'y'] as const).flatMap((axis) => {
    const { ciLow, ciHigh, value } = group.dimension(axes[axis].code);
    if (value === null || ciLow === null || ciHigh === null || ciLow >= limit || ciHigh < limit) return [];
    const low = percentText(ciLow, { ...display, percentDecimals: 1 });
    const high = percentText(ciHigh, { ...display, percentDecimals: 1 });
    const name = small(axes[axis].name);
    const bare = low.sv.replace(/\u00A0%$/, '');
    return [
      {
        sv: `intervallet för ${name.sv}, ${bare}–${high.sv},`,
        en: `the interval of ${name.en}, ${low.en.replace('%', '')}–${high.en},`,
      },
    ];
  });
  if (crossing.length === 0) return null;
  const listed = capital(listedTexts(crossing));
  return {
    sv: `${listed.sv} når över gränsen, så en annan kvadrant kan inte uteslutas.`,
    en: `${listed.en} reaches over the limit, so another quadrant cannot be ruled out.`,
  };
}

interface Deviations {
  readonly deviations: NonNullable<Quadrant['focus']>['deviations'];
  readonly missing: Texts | null;
}

function deviationsOf(measurements: Measurements, choice: Choice, now: GroupView): Deviations {
  if (now.unit === null)
    return {
      deviations: [],
      missing: {
        sv: 'Helheten har ingen rest att jämföra med.',
        en: 'The whole has no rest to be compared with.',
      },
    };
  const rest =
    choice.who.kind === 'all' ? againstRest(measurements, now.year, now.parent).get(now.unit) : undefined;
  if (rest === undefined)
    return {
      deviations: [],
      missing: {
        sv: 'Enheten går inte att jämföra med resten: en av dem har för få svarande, eller urvalet är begränsat.',
        en: 'The unit cannot be compared with the rest: one of them has too few respondents, or the selection is limited.',
      },
    };
  const all = now.instrument.items.map((item) => ({
    code: item.code,
    name: item.name,
    mean: now.item(item.code).mean.value,
    change: rest.item(item.code, 'mean'),
  }));
  const rank = ({ verdict }: Change): number => (verdict === 'risen' || verdict === 'fallen' ? 0 : 1);
  const sorted = all
    .filter(({ change }) => change.difference !== null)
    .sort(
      (a, b) =>
        rank(a.change) - rank(b.change) ||
        Math.abs(b.change.difference ?? 0) - Math.abs(a.change.difference ?? 0),
    );
  return { deviations: sorted.slice(0, deviationsShown), missing: null };
}
