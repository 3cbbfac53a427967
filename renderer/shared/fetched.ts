import type { ComponentType, ReactNode } from 'react';
import { createElement, useEffect, useState } from 'react';

/** A component whose code is fetched apart from the page's, when it is first shown or asked for before. */
export interface Fetched<Props> {
  /** Null until it is there. */
  readonly now: () => ComponentType<Props> | null;
  readonly load: () => Promise<void>;
}

/**
 * Unlike React's own `lazy`, what is there shows at once: Suspense holds each reveal back until 300 ms have gone since the
 * one before, and a start goes through three of them.
 */
export function fetched<Props>(
  fetchCode: () => Promise<{ readonly default: ComponentType<Props> }>,
): Fetched<Props> {
  let component: ComponentType<Props> | null = null;
  let fetching: Promise<void> | null = null;
  return {
    now: () => component,
    load: () =>
      (fetching ??= fetchCode().then(
        (code) => {
          component = code.default;
        },
        (error: unknown) => {
          // Fetched again when it is next asked for.
          fetching = null;
          throw error;
        },
      )),
  };
}

/**
 * A component that is fetched, with its props; `waiting` stands in its place until it is there. Throws what stood in the
 * way, for the nearest error boundary.
 */
export function Deferred<Props extends object>({
  code,
  props,
  waiting,
}: {
  readonly code: Fetched<Props>;
  readonly props: Props;
  readonly waiting: ReactNode;
}): ReactNode {
  const [, setSettled] = useState<Fetched<Props> | null>(null);
  const [failed, setFailed] = useState<{ readonly reason: unknown } | null>(null);
  const component = code.now();
  const isThere = component !== null;
  useEffect(() => {
    if (isThere) return undefined;
    let isShown = true;
    code.load().then(
      () => {
        if (isShown) setSettled(code);
      },
      (reason: unknown) => {
        if (isShown) setFailed({ reason });
      },
    );
    return () => {
      isShown = false;
    };
  }, [code, isThere]);
  if (failed !== null) throw failed.reason;
  return component === null ? waiting : createElement(component, props);
}
