/**
 * p-values adjusted for how many were looked at together, so that of the differences called changes at most
 * the chosen share are false on average (Benjamini and Hochberg 1995, step up).
 * @param p raw p-values 0–1; null where there is no test, which takes no part and stays null.
 */
export function benjaminiHochberg(p: readonly (number | null)[]): (number | null)[] {
  const tested = p.flatMap((value, at) => (value === null ? [] : [{ value, at }]));
  tested.sort((a, b) => b.value - a.value);
  const adjusted: (number | null)[] = p.map(() => null);
  let least = 1;
  tested.forEach(({ value, at }, place) => {
    const rank = tested.length - place;
    least = Math.min(least, (value * tested.length) / rank);
    adjusted[at] = least;
  });
  return adjusted;
}
