import type { Language } from '../figure.ts';

interface Words {
  readonly titleAlone: string;
  readonly title: string;
  readonly base: (question: string) => string;
  readonly unit: string;
  readonly survey: string;
  readonly employees: string;
  readonly employeesAxis: (question: string) => string;
  readonly surveyAxis: (item: string) => string;
  readonly without: (names: string) => string;
  readonly none: string;
  readonly altPoints: (count: number) => string;
  readonly altPoint: (name: string, survey: string, employees: string) => string;
  readonly explanation: readonly string[];
}

export const words: Readonly<Record<Language, Words>> = {
  sv: {
    titleAlone: 'Mätningen och medarbetarna',
    title: 'mätningen och medarbetarna, enhet för enhet',
    base: (question) => `Frågan till medarbetarna: ”${question}”`,
    unit: 'Enhet',
    survey: 'Mätningen',
    employees: 'Medarbetarna',
    employeesAxis: (question) => `Medarbetarna (index): ”${question}”`,
    surveyAxis: (item) => `Mätningen (%): ${item}`,
    without: (names) => `Utan punkt, eftersom ett resultat inte visas eller saknas: ${names}.`,
    none: 'Inga enheter har resultat i båda undersökningarna.',
    altPoints: (count) => (count === 1 ? 'En enhet.' : `${count} enheter.`),
    altPoint: (name, survey, employees) => `${name}: ${survey} i mätningen, ${employees} bland medarbetarna.`,
    explanation: [
      'Varje punkt är en enhet: i sidled dess resultat i mätningen, i höjdled medarbetarnas index. Axlarna börjar inte nödvändigtvis på 0.',
      'Rangkorrelationen (Spearman) säger hur lika enheternas ordning är i de båda undersökningarna, från −1 (omvänd) till 1 (samma). Under fem enheter anges ingen.',
      'Ett samband säger inte att det ena beror på det andra.',
    ],
  },
  en: {
    titleAlone: 'The measurement and the employees',
    title: 'the measurement and the employees, unit by unit',
    base: (question) => `The question to employees: “${question}”`,
    unit: 'Unit',
    survey: 'The measurement',
    employees: 'Employees',
    employeesAxis: (question) => `Employees (index): “${question}”`,
    surveyAxis: (item) => `The measurement (%): ${item}`,
    without: (names) => `Without a point, because a result is not shown or missing: ${names}.`,
    none: 'No units have results in both surveys.',
    altPoints: (count) => (count === 1 ? 'One unit.' : `${count} units.`),
    altPoint: (name, survey, employees) =>
      `${name}: ${survey} in the measurement, ${employees} among employees.`,
    explanation: [
      'Each point is a unit: sideways its result in the measurement, upwards the employees’ index. The axes do not necessarily start at 0.',
      'The rank correlation (Spearman) says how alike the order of the units is in the two surveys, from −1 (reversed) to 1 (the same). Under five units none is given.',
      'A connection does not mean that one depends on the other.',
    ],
  },
};
