import type { Cell, DateCell } from '../../../core/intake/sheet.ts';

const secondsPerDay = 86_400;
const millisecondsPerDay = 86_400_000;

/** Day 0 of each system, counted from 1 January 1970. */
const epochDay1900 = -25_569;
const epochDay1904 = -24_107;

/** 29 February 1900, which only Excel has seen: whole days before it lie one day later than its counting says. */
const falseLeapDay = 60;

/** 31 December 9999, the last date Excel shows, counted from 1 January 1970. */
const lastDay = 2_932_896;

const maxRemembered = 20_000;

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

function timeOfDay(seconds: number): string {
  const hours = twoDigits[Math.floor(seconds / 3600)] ?? '00';
  const minutes = twoDigits[Math.floor(seconds / 60) % 60] ?? '00';
  return `${hours}:${minutes}:${twoDigits[seconds % 60] ?? '00'}`;
}

/**
 * Turns Excel's serial dates into dates. Survey exports repeat the same few days, so days once written out are
 * kept.
 */
export class SerialDates {
  readonly #is1904: boolean;
  readonly #days = new Map<number, DateCell>();

  /** `is1904`: the workbook counts its days from 1904, as Excel for Mac once did. */
  constructor(is1904: boolean) {
    this.#is1904 = is1904;
  }

  /**
   * The date and time of a serial number, to the nearest second; a whole number is a date alone. Day 0 of the
   * 1900 system, which stands for a time without a date, is 1899-12-31. A number outside Excel's calendar stays
   * a number, as Excel cannot show it as a date either.
   */
  cell(serial: number): Cell {
    if (serial < 0) return serial;
    const seconds = Math.round(serial * secondsPerDay);
    const serialDay = Math.floor(seconds / secondsPerDay);
    const date = this.#date(serialDay);
    if (date === null) return serial;
    const secondsOfDay = seconds - serialDay * secondsPerDay;
    return secondsOfDay === 0 ? date : { kind: 'date', iso: `${date.iso}T${timeOfDay(secondsOfDay)}` };
  }

  #date(serialDay: number): DateCell | null {
    const remembered = this.#days.get(serialDay);
    if (remembered !== undefined) return remembered;
    let day = serialDay + (this.#is1904 ? epochDay1904 : epochDay1900);
    if (!this.#is1904 && serialDay < falseLeapDay) day++;
    if (day > lastDay) return null;
    const cell: DateCell = {
      kind: 'date',
      iso: new Date(day * millisecondsPerDay).toISOString().slice(0, 10),
    };
    if (this.#days.size >= maxRemembered) this.#days.clear();
    this.#days.set(serialDay, cell);
    return cell;
  }
}

const isoDate = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}))?(?:[.,]\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** A date that is written out in the file; text of any other shape stays text. Midnight is a date alone. */
export function dateFromIso(text: string): Cell {
  const parts = isoDate.exec(text);
  if (parts === null) return text === '' ? null : text;
  const [, date = '', minutes, seconds = '00'] = parts;
  const midnight = minutes === undefined || (minutes === '00:00' && seconds === '00');
  return { kind: 'date', iso: midnight ? date : `${date}T${minutes}:${seconds}` };
}
