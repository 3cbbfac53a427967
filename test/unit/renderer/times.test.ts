import { expect, test, vi } from 'vitest';

vi.stubEnv('TZ', 'Europe/Stockholm');
const { localDay, localMinute } = await import('../../../renderer/shared/times.ts');

test('times of the machine are shown as the clock on the wall has them, in summer and winter', () => {
  expect(localMinute('2024-03-01T10:05:59.000Z')).toBe('2024-03-01 11:05');
  expect(localMinute('2024-07-01T10:05:00.000Z')).toBe('2024-07-01 12:05');
});

test('what was done after midnight is of the new day', () => {
  expect(localDay('2024-03-01T23:30:00.000Z')).toBe('2024-03-02');
});
