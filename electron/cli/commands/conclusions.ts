import type { Conclusion } from '../../../core/conclusions/conclusion.ts';
import { activityStates, decisionKinds } from '../../../core/conclusions/conclusion.ts';
import { listed } from '../../../core/text.ts';
import type { ConclusionChange } from '../../store/conclusions.ts';
import type { WorkspaceReader, WorkspaceWriter } from '../../store/workspace.ts';
import type { ConclusionDraft } from '../../workbench/conclusions.ts';
import {
  addConclusion,
  basisFromWords,
  conclusionWith,
  editConclusion,
  followUpOf,
  setActivity,
  unitOfConclusion,
  writeParagraph,
} from '../../workbench/conclusions.ts';
import { applyConclusionFile, readConclusionFile } from '../../workbench/conclusion-file.ts';
import { withReader, withWriter } from '../../workbench/workspace.ts';
import type { Command, OptionValues, Output } from '../command.ts';
import { UsageError } from '../command.ts';
import {
  conclusionJson,
  conclusionsText,
  conclusionText,
  followUpJson,
  followUpText,
} from '../conclusion-output.ts';
import { measuredOptions, measuredUsage, withMeasurements } from '../measured.ts';
import {
  choice,
  noPositionals,
  pair,
  requiredText,
  requiredYear,
  text,
  userPath,
  workspacePath,
  year,
} from '../options.ts';

/** What can be asked for, one at a time; none of them lists. */
const verbs = [
  'add',
  'edit',
  'activity',
  'decide',
  'paragraph',
  'remove',
  'restore',
  'from',
  'history',
  'follow-up',
] as const;
type Verb = (typeof verbs)[number];

/** `conclusions`: the year's conclusions, the activities under them, and last year's followed up. */
export const conclusions: Command = {
  name: 'conclusions',
  usage:
    '--in ARBETSFIL [--year Y] [--unit NAMN] [--removed] [--json]\n' +
    '\n  --add --year Y --heading TEXT --basis UNDERLAG [--text TEXT] [--unit NAMN] [--number N]' +
    '\n                       lägger till en slutsats; UNDERLAG är mätpunkter, gate-share eller response-rate, med komma mellan' +
    '\n  --edit NR [--heading TEXT] [--text TEXT] [--basis UNDERLAG] [--number N] [--year Y] [--unit NAMN]' +
    '\n                       ändrar det som anges; NR är löpnumret i listan' +
    '\n  --activity NR --text TEXT [--responsible NAMN] [--due ÅÅÅÅ-MM-DD] [--state planned|ongoing|done|dropped]' +
    '\n                       lägger till en aktivitet; --activity NR.2 ändrar den andra' +
    '\n  --follow-up --year Y följer upp tidigare års slutsatser: hur siffrorna har ändrats, och ett utkast' +
    '\n  --decide NR=remains|closed|changed --year Y [--text TEXT]   beslutar i årets uppföljning; NR=none tar tillbaka' +
    '\n  --paragraph NR --year Y --text TEXT   din egen text i stället för utkastet; "" tar tillbaka utkastet' +
    '\n  --remove NR, --restore NR, --history NR' +
    '\n  --from FIL.json      lägger till och ändrar flera på en gång; filen ser ut som det --json visar' +
    `\n\n  ${measuredUsage} gäller --follow-up`,
  summary: 'Slutsatser, aktiviteter och uppföljningen av dem.',
  options: {
    ...measuredOptions,
    year: { type: 'string' },
    unit: { type: 'string' },
    removed: { type: 'boolean' },
    add: { type: 'boolean' },
    edit: { type: 'string' },
    activity: { type: 'string' },
    decide: { type: 'string' },
    paragraph: { type: 'string' },
    remove: { type: 'string' },
    restore: { type: 'string' },
    from: { type: 'string' },
    history: { type: 'string' },
    'follow-up': { type: 'boolean' },
    heading: { type: 'string' },
    text: { type: 'string' },
    basis: { type: 'string' },
    number: { type: 'string' },
    responsible: { type: 'string' },
    due: { type: 'string' },
    state: { type: 'string' },
  },
  run(positionals, options) {
    noPositionals(positionals);
    const asked = verbs.filter((verb) => options[verb] !== undefined);
    if (asked.length > 1) {
      throw new UsageError(`Gör en sak i taget, inte ${listed(asked.map((verb) => `--${verb}`))}.`);
    }
    const [verb] = asked;
    if (verb === undefined) return list(options);
    if (verb === 'follow-up') return followUps(options);
    if (verb === 'history') return history(options);
    return changed(options, changeAsked(verb, options));
  },
};

function list(options: OptionValues): Output {
  const onlyYear = year(options);
  const unitName = text(options, 'unit');
  return withReader(workspacePath(options), (reader) => {
    const unit = unitName === null ? undefined : unitOfConclusion(reader, unitName);
    const own = reader
      .conclusions(options['removed'] === true ? 'removed' : 'standing')
      .filter((conclusion) => onlyYear === null || conclusion.year === onlyYear)
      .filter((conclusion) => unit === undefined || conclusion.unit === unit);
    return {
      json: { conclusions: own.map((conclusion) => conclusionJson(reader, conclusion)) },
      text: own.length === 0 ? 'Inga slutsatser.' : conclusionsText(reader, own),
    };
  });
}

function followUps(options: OptionValues): Output {
  const of = requiredYear(options, 'year');
  return withMeasurements(options, (measurements, reader) => {
    const own = followUpOf(reader, measurements, of);
    return {
      json: { year: of, followUps: own.map((followUp) => followUpJson(reader, followUp)) },
      text: followUpText(reader, of, own),
    };
  });
}

const changeNames: Readonly<Record<ConclusionChange, string>> = {
  added: 'tillagd',
  edited: 'ändrad',
  decided: 'beslut',
  'followed-up': 'egen text i uppföljningen',
  removed: 'borttagen',
  restored: 'tillbakatagen',
};

function history(options: OptionValues): Output {
  const id = idOf(requiredText(options, 'history', 'ange löpnumret'), 'history');
  return withReader(workspacePath(options), (reader) => {
    const versions = reader.conclusionHistory(id);
    return {
      json: {
        id,
        versions: versions.map(({ at, change, conclusion }) => ({
          at,
          change,
          conclusion: conclusionJson(reader, conclusion),
        })),
      },
      text:
        versions.length === 0
          ? `Det finns ingen slutsats med löpnummer ${id}.`
          : versions
              .map(
                ({ at, change, conclusion }) =>
                  `${at.slice(0, 16).replace('T', ' ')} ${changeNames[change]}\n${conclusionText(reader, conclusion)}`,
              )
              .join('\n\n'),
    };
  });
}

/** Makes a change and shows what came of it. */
function changed(options: OptionValues, change: Change): Output {
  return withWriter(workspacePath(options), (writer) => {
    const written = change(writer, new Date().toISOString());
    return {
      json: { conclusions: written.map((conclusion) => conclusionJson(writer, conclusion)) },
      text: conclusionsText(writer, written),
    };
  });
}

type Change = (writer: WorkspaceWriter, now: string) => readonly Conclusion[];

function changeAsked(verb: Exclude<Verb, 'follow-up' | 'history'>, options: OptionValues): Change {
  const given = text(options, verb) ?? '';
  switch (verb) {
    case 'add': {
      requiredYear(options, 'year');
      requiredText(options, 'heading', 'ange slutsatsens rubrik');
      requiredText(options, 'basis', 'ange vad den vilar på: mätpunkter, gate-share eller response-rate');
      return (writer, now) => [addConclusion(writer, draftOf(writer, options, year(options)), now)];
    }
    case 'edit': {
      const id = idOf(given, verb);
      return (writer, now) => {
        const draft = draftOf(writer, options, year(options) ?? conclusionWith(writer, id).year);
        return [editConclusion(writer, id, draft, now)];
      };
    }
    case 'activity': {
      const [, id = '', place] = /^(\d+)(?:\.(\d+))?$/.exec(given) ?? [];
      if (id === '') {
        throw new UsageError(
          `--activity skrivs NR för en ny aktivitet eller NR.2 för den andra, inte "${given}".`,
        );
      }
      const draft = {
        text: text(options, 'text') ?? undefined,
        responsible: text(options, 'responsible') ?? undefined,
        due: text(options, 'due') ?? undefined,
        state: choice(options, 'state', activityStates) ?? undefined,
      };
      if (place === undefined) requiredText(options, 'text', 'ange vad som ska göras');
      return (writer, now) => [
        setActivity(writer, Number(id), place === undefined ? null : Number(place), draft, now),
      ];
    }
    case 'decide': {
      const [idText, word] = pair(given, 'decide');
      const id = idOf(idText, verb);
      const kind = choice({ decide: word }, 'decide', [...decisionKinds, 'none']);
      const of = requiredYear(options, 'year');
      const decision = kind === null || kind === 'none' ? null : { kind, text: text(options, 'text') };
      return (writer, now) => [writer.decideConclusion(id, of, decision, now)];
    }
    case 'paragraph': {
      const id = idOf(given, verb);
      const of = requiredYear(options, 'year');
      const own = text(options, 'text');
      if (own === null)
        throw new UsageError('--text saknas: ange texten, eller "" för att ta tillbaka utkastet.');
      return (writer, now) => [writeParagraph(writer, id, of, own, now)];
    }
    case 'remove': {
      const id = idOf(given, verb);
      return (writer, now) => {
        const before = conclusionWith(writer, id);
        writer.removeConclusion(id, now);
        return [before];
      };
    }
    case 'restore': {
      const id = idOf(given, verb);
      return (writer, now) => [writer.restoreConclusion(id, now)];
    }
    case 'from': {
      const file = readConclusionFile(userPath(given));
      return (writer, now) => applyConclusionFile(writer, file, now);
    }
  }
}

function draftOf(reader: WorkspaceReader, options: OptionValues, of: number | null): ConclusionDraft {
  const unit = text(options, 'unit');
  const number = text(options, 'number');
  const basis = text(options, 'basis');
  const instrument = of === null ? reader.currentInstrument() : reader.instrument(of);
  return {
    year: year(options) ?? undefined,
    unit: unit === null ? undefined : unitOfConclusion(reader, unit),
    number: number === null ? undefined : idOf(number, 'number'),
    heading: text(options, 'heading') ?? undefined,
    text: text(options, 'text') ?? undefined,
    basis: basis === null ? undefined : basisFromWords(instrument, basis.split(',')),
  };
}

function idOf(given: string, option: string): number {
  if (!/^\d{1,9}$/.test(given)) throw new UsageError(`--${option} ska vara ett nummer, inte "${given}".`);
  return Number(given);
}
