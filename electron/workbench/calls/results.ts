import type { Inverse, ParsedInputOf, WorkspaceId } from '../../../core/api.ts';
import { unique } from '../../../core/employees/table.ts';
import { categories } from '../../../core/views/categories.ts';
import { compare } from '../../../core/views/compare.ts';
import { employees } from '../../../core/views/employees.ts';
import type { EmployeesInput } from '../../../core/views/employees.ts';
import { overview } from '../../../core/views/overview.ts';
import { priorityList } from '../../../core/views/priorities.ts';
import { quadrant } from '../../../core/views/quadrant.ts';
import type { DecidedLinks } from '../../store/employee-links.ts';
import { employeesOf, givenOf, overviewContext } from '../context.ts';
import type { OpenWorkspace } from '../desk.ts';
import type { HandlersOf } from '../registry.ts';

/** What the screens show. */
export const resultHandlers: HandlersOf<
  | 'overview.get'
  | 'quadrant.get'
  | 'categories.get'
  | 'compare.get'
  | 'employees.get'
  | 'employees.decideLink'
  | 'priorities.get'
> = {
  'overview.get': ({ workspaceId, choice }, { desk }) => {
    const workspace = desk.workspace(workspaceId);
    return overview(workspace.measurements(), choice, overviewContext(workspace));
  },

  'quadrant.get': ({ workspaceId, choice, focus }, { desk }) => {
    const workspace = desk.workspace(workspaceId);
    return quadrant(workspace.measurements(), choice, focus, givenOf(workspace));
  },

  'categories.get': ({ workspaceId, choice, ...wish }, { desk }) => {
    const workspace = desk.workspace(workspaceId);
    const { itDepartment } = workspace.reader.settings();
    return categories(workspace.measurements(), choice, { ...wish, itDepartment });
  },

  'compare.get': ({ workspaceId, choice, over }, { desk }) =>
    compare(desk.workspace(workspaceId).measurements(), choice, over),

  'employees.get': ({ workspaceId, choice }, { desk }) => {
    const workspace = desk.workspace(workspaceId);
    return employees(workspace.measurements(), choice, employeesInput(workspace));
  },

  'employees.decideLink': ({ workspaceId, decisions }, { desk, now }) =>
    desk.write(workspaceId, (writer) => {
      const before = writer.employeeLinks();
      writer.together(() => {
        for (const { link, state } of decisions) {
          if (link.kind === 'item') writer.decideItemLink(link, state, now);
          else writer.decideUnitLink(link, state, now);
        }
      });
      return { inverse: linksInverse(workspaceId, before, writer.employeeLinks()) };
    }),

  'priorities.get': ({ workspaceId, choice }, { desk }) => {
    const workspace = desk.workspace(workspaceId);
    const { reader } = workspace;
    return priorityList(workspace.measurements(), choice, {
      limits: reader.analysisChoices().insightLimits,
      conclusions: workspace.kept('conclusions', () => reader.conclusions()),
      itDepartment: reader.settings().itDepartment,
    });
  },
};

function employeesInput(workspace: OpenWorkspace): EmployeesInput | null {
  const survey = employeesOf(workspace);
  if (survey === null) return null;
  const { reader } = workspace;
  const { indices } = survey.table;
  return {
    references: survey.references,
    bands: reader.analysisChoices().employeeBands,
    employeeItems: unique(indices.map(({ item }) => item)),
    employeeUnits: unique(indices.map(({ unit }) => unit)),
    decided: survey.decided,
    proposed: survey.proposed,
    findings: survey.check.findings.map(({ message }) => message),
    instrument: reader.currentInstrument(),
  };
}

type Decision = ParsedInputOf<'employees.decideLink'>['decisions'][number];

/** Sets every link that is another than before as it was; links that go are taken back first. */
function linksInverse(workspaceId: WorkspaceId, before: DecidedLinks, after: DecidedLinks): Inverse {
  const was = decisionsOf(before);
  const is = decisionsOf(after);
  const gone = [...is]
    .filter(([key]) => !was.has(key))
    .map(([, { link }]): Decision => ({ link, state: null }));
  const back = [...was]
    .filter(([key, decision]) => is.get(key)?.state !== decision.state)
    .map(([, decision]) => decision);
  const decisions = [...gone, ...back];
  if (decisions.length === 0) return null;
  return {
    call: 'employees.decideLink',
    input: { workspaceId, decisions },
    label: { sv: 'Ångra kopplingen', en: 'Undo the link' },
  };
}

function decisionsOf({ items, units }: DecidedLinks): Map<string, Decision> {
  const decisions = [
    ...items.map(({ employeeItem, item, state }): Decision => ({
      link: { kind: 'item', employeeItem, item },
      state,
    })),
    ...units.map(({ employeeUnit, unit, state }): Decision => ({
      link: { kind: 'unit', employeeUnit, unit },
      state,
    })),
  ];
  return new Map(decisions.map((decision) => [JSON.stringify(decision.link), decision]));
}
