import type { FileId, ImportOrder } from '../../core/api.ts';
import type { Session } from '../app/session.ts';
import type { Store } from '../app/store.ts';
import { createStore } from '../app/store.ts';

/** A file that was dropped or chosen, with all that has been said about it. */
export interface ImportFile {
  readonly fileName: string;
  readonly order: ImportOrder;
  /** True when the machine refused it or does not know it: it stays listed with its reason, and is not stored. */
  readonly isRefused: boolean;
}

/** The import that is being prepared. It stays when another screen is opened. */
export interface ImportState {
  readonly files: readonly ImportFile[];
  readonly chosen: FileId | null;
}

type Change =
  | { readonly kind: 'answer'; readonly question: string; readonly answer: string | null }
  | { readonly kind: 'column'; readonly column: ImportOrder['columns'][number] }
  | { readonly kind: 'year'; readonly year: number | null }
  | { readonly kind: 'meaning'; readonly as: ImportOrder['kind'] }
  | { readonly kind: 'sheet'; readonly sheet: string };

export type ImportAction =
  | {
      readonly kind: 'add';
      readonly files: readonly { readonly fileId: FileId; readonly fileName: string }[];
    }
  | { readonly kind: 'remove'; readonly fileId: FileId }
  | { readonly kind: 'choose'; readonly fileId: FileId }
  | { readonly kind: 'refused'; readonly fileId: FileId; readonly isRefused: boolean }
  | { readonly kind: 'change'; readonly fileId: FileId; readonly change: Change }
  /** Everything is stored, or given up. */
  | { readonly kind: 'clear' };

const noFiles: ImportState = { files: [], chosen: null };

export function reduceImport(state: ImportState, action: ImportAction): ImportState {
  switch (action.kind) {
    case 'add': {
      const known = new Set(state.files.map(({ order }) => order.fileId));
      const added = action.files
        .filter(({ fileId }) => !known.has(fileId))
        .map(({ fileId, fileName }): ImportFile => ({
          fileName,
          order: untouched(fileId),
          isRefused: false,
        }));
      return { files: [...state.files, ...added], chosen: state.chosen ?? added[0]?.order.fileId ?? null };
    }
    case 'remove': {
      const place = state.files.findIndex(({ order }) => order.fileId === action.fileId);
      const files = state.files.filter(({ order }) => order.fileId !== action.fileId);
      const next = files[Math.min(place, files.length - 1)];
      return { files, chosen: state.chosen === action.fileId ? (next?.order.fileId ?? null) : state.chosen };
    }
    case 'choose':
      return { ...state, chosen: action.fileId };
    case 'refused': {
      const { fileId, isRefused } = action;
      const file = state.files.find(({ order }) => order.fileId === fileId);
      if (file === undefined || file.isRefused === isRefused) return state;
      return withFile(state, fileId, (own) => ({ ...own, isRefused }));
    }
    case 'change':
      return withFile(state, action.fileId, (file) => ({
        ...file,
        order: changed(file.order, action.change),
      }));
    case 'clear':
      return noFiles;
  }
}

function withFile(state: ImportState, fileId: FileId, change: (file: ImportFile) => ImportFile): ImportState {
  return {
    ...state,
    files: state.files.map((file) => (file.order.fileId === fileId ? change(file) : file)),
  };
}

function untouched(fileId: FileId): ImportOrder {
  return { fileId, answers: {}, columns: [], kind: null, year: null, sheet: null };
}

function changed(order: ImportOrder, change: Change): ImportOrder {
  switch (change.kind) {
    case 'answer': {
      const { [change.question]: before, ...others } = order.answers;
      if (before === change.answer) return order;
      return {
        ...order,
        answers: change.answer === null ? others : { ...others, [change.question]: change.answer },
      };
    }
    case 'column': {
      const { column } = change.column;
      // What was answered about the column was about what it was taken to be.
      const answers = Object.fromEntries(
        Object.entries(order.answers).filter(
          ([id]) => id !== `column:${column}` && id !== `direction:${column}`,
        ),
      );
      const others = order.columns.filter((own) => own.column !== column);
      return { ...order, answers, columns: [...others, change.column] };
    }
    case 'year':
      return { ...order, year: change.year };
    case 'meaning':
      return { ...order, kind: change.as };
    case 'sheet':
      // Another sheet has other columns, and other questions.
      return { ...order, sheet: change.sheet, answers: {}, columns: [] };
  }
}

const stores = new WeakMap<Session, Store<ImportState, ImportAction>>();

/** The import of an open workspace, for as long as the workspace is open. */
export function importStore(session: Session): Store<ImportState, ImportAction> {
  const known = stores.get(session);
  if (known !== undefined) return known;
  const store = createStore(reduceImport, noFiles);
  stores.set(session, store);
  return store;
}
