import type { HostileFile } from './corpus/index.ts';
import type { Measured } from './measured.ts';

/** Processor time that any call about a hostile file may take, and memory beyond that of an idle program. */
export const hostileLimits = { cpuMs: 10_000, bytesOverIdle: 500_000_000 } as const;

/** The promise that a file has broken, in words; null where it kept them all. */
export function brokenPromise(
  { what, becomes }: HostileFile,
  { outcome, cpuMs, bytesOverIdle }: Measured,
): string | null {
  if (becomes !== '' && outcome !== becomes) return `${what}: ${outcome}, not ${becomes}`;
  if (!/^[a-z-]+$/.test(outcome)) return `${what}: ${outcome}`;
  if (cpuMs >= hostileLimits.cpuMs) return `${what}: ${cpuMs.toFixed(0)} ms of processor time`;
  if (bytesOverIdle >= hostileLimits.bytesOverIdle) {
    return `${what}: ${(bytesOverIdle / 1e6).toFixed(0)} MB over an idle program`;
  }
  return null;
}
