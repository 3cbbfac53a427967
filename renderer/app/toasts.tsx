import { createContext, use } from 'react';
import type { Store } from './store.ts';
import { createStore } from './store.ts';

/** A short message at the foot of the window. */
export interface Toast {
  readonly id: number;
  readonly kind: 'done' | 'problem';
  readonly text: string;
  /** What can be done about it, such as undoing. */
  readonly action: { readonly label: string; readonly run: () => void } | null;
  /** Begins to drag the file that it tells of out of the window. */
  readonly drag?: () => void;
}

export type ToastAction =
  | { readonly kind: 'show'; readonly toast: Omit<Toast, 'id'> }
  | { readonly kind: 'hide'; readonly id: number };

export interface ToastState {
  readonly toasts: readonly Toast[];
  readonly nextId: number;
}

/** More would cover what they speak of. */
const mostToasts = 3;

export function reduceToasts(state: ToastState, action: ToastAction): ToastState {
  switch (action.kind) {
    case 'show':
      return {
        toasts: [...state.toasts, { ...action.toast, id: state.nextId }].slice(-mostToasts),
        nextId: state.nextId + 1,
      };
    case 'hide':
      return { ...state, toasts: state.toasts.filter(({ id }) => id !== action.id) };
  }
}

export type ToastStore = Store<ToastState, ToastAction>;

export function createToasts(): ToastStore {
  return createStore(reduceToasts, { toasts: [], nextId: 1 });
}

const ToastContext = createContext<ToastStore | null>(null);
export const ToastProvider = ToastContext.Provider;

/** The messages at the foot of the window. */
export function useToasts(): ToastStore {
  const toasts = use(ToastContext);
  if (toasts === null) throw new Error('There are no toasts around this component.');
  return toasts;
}
