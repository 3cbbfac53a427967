import { describe, expect, it } from 'vitest';
import { dateFromIso, SerialDates } from '../../../../electron/spreadsheets/xlsx/dates.ts';
import { isDateFormat } from '../../../../electron/spreadsheets/xlsx/number-formats.ts';
import { date } from './files.ts';

describe('serial dates', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-28'],
    [61, '1900-03-01'],
    [44_621, '2022-03-01'],
    [44_621.520_833_333_336, '2022-03-01T12:30:00'],
    [44_621.999_999_9, '2022-03-02'],
    [0.5, '1899-12-31T12:00:00'],
    [2_958_465, '9999-12-31'],
  ])('%d is %s', (serial, iso) => {
    expect(new SerialDates(false).cell(serial)).toEqual(date(iso));
  });

  it('count from 1904 where the workbook does', () => {
    expect(new SerialDates(true).cell(0)).toEqual(date('1904-01-01'));
    expect(new SerialDates(true).cell(43_159.25)).toEqual(date('2022-03-01T06:00:00'));
  });

  it('stay numbers outside the calendar', () => {
    expect(new SerialDates(false).cell(-1)).toBe(-1);
    expect(new SerialDates(false).cell(2_958_466)).toBe(2_958_466);
    expect(new SerialDates(false).cell(1e300)).toBe(1e300);
  });

  it('may be written out in the file', () => {
    expect(dateFromIso('2022-03-01T12:30:45.500Z')).toEqual(date('2022-03-01T12:30:45'));
    expect(dateFromIso('2022-03-01T00:00:00')).toEqual(date('2022-03-01'));
    expect(dateFromIso('i mars')).toBe('i mars');
  });
});

describe('number formats', () => {
  it.each([
    'yyyy-mm-dd',
    'd/m/yy h:mm',
    '[h]:mm',
    '[$-41D]d mmmm yyyy;@',
    'mmm',
    'h:mm AM/PM',
    '[mm]:ss',
    'yyyy\\-mm;@',
  ])('%s shows dates', (code) => {
    expect(isDateFormat(code)).toBe(true);
  });

  it.each([
    'General',
    '0.00',
    '0.0E+00',
    '#,##0 "dagar"',
    '[Red]0',
    '[$kr-41D] 0',
    '_-* #,##0_-',
    '0\\d',
    '@',
    '[>=100]0;0',
    '',
  ])('%s shows no dates', (code) => {
    expect(isDateFormat(code)).toBe(false);
  });
});
