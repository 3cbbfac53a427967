/** Scales that an employee survey may have: its points are the whole numbers from 1. */
export const employeeScales = { fewest: 2, most: 11 } as const;
