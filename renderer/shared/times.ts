/** A time of the machine (ISO, UTC) as the clock on the wall shows it: "2024-03-01 11:05". */
export function localMinute(iso: string): string {
  return minutes.format(new Date(iso));
}

/** The day of a time of the machine, where the window is: "2024-03-01". */
export function localDay(iso: string): string {
  return days.format(new Date(iso));
}

// Swedish writes days as the standard does, which is plain in every language.
const minutes = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' });
const days = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' });
