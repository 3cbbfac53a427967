/** Processor time that any call about a hostile file may take, and memory beyond that of an idle program. */
export const hostileLimits = { cpuMs: 10_000, bytesOverIdle: 500_000_000 } as const;
