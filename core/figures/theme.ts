/** The house style in one place: colours, type, lines. Figures are drawn with it and the window's CSS is made of it. */

export const themeNames = ['light', 'dark'] as const;
export type ThemeName = (typeof themeNames)[number];

/** Shapes that tell units apart beside their colours. */
export const unitShapes = ['circle', 'square', 'triangle', 'diamond', 'cross'] as const;
export type UnitShape = (typeof unitShapes)[number];

/** A colour for an area, and the outline it needs to be seen on the surface; null where it needs none. */
export interface Shade {
  readonly fill: string;
  readonly outline: string | null;
}

/** A shade that text may stand on. */
export interface Fill extends Shade {
  readonly onFill: string;
}

/** All colours of one theme. */
export interface Theme {
  readonly name: ThemeName;
  readonly surface: string;
  readonly canvas: string;
  readonly selected: string;
  readonly text: string;
  readonly text2: string;
  /** Axes, captions, the smallest text. */
  readonly muted: string;
  /** Also what has risen, and the focus ring. */
  readonly accent: string;
  /** What has fallen, and what asks for an answer. */
  readonly fallen: string;
  readonly warningText: string;
  readonly warningGround: string;
  /** Borders of controls, and the line that bars start at. */
  readonly controlBorder: string;
  /** Decoration only: never the only carrier of anything. */
  readonly hairline: string;
  readonly strongHairline: string;
  readonly onButton: string;
  readonly button: string;
  /** Newest first. */
  readonly years: readonly Fill[];
  /** In the order of `unitShapes`. */
  readonly units: readonly Shade[];
  /** The answers 1–6; for other scales see `scaleFills`. */
  readonly scale: readonly Fill[];
  readonly dontKnow: { readonly newest: Shade; readonly earlier: Shade };
  /** The ground of a quadrant, and an interval behind a dot. */
  readonly band: string;
  /** Steps of a value in a cell, lowest first: one hue, so that it says "more" and never "good" or "bad". */
  readonly ramp: readonly Fill[];
  /** Bands of the employee survey, lowest first. */
  readonly bands: readonly Fill[];
}

const lightText = '#1B232B';
const darkGround = '#0D1418';

const light: Theme = {
  name: 'light',
  surface: '#FFFFFF',
  canvas: '#F4F6F7',
  selected: '#E3EEF3',
  text: lightText,
  text2: '#4A5763',
  muted: '#5F6C78',
  accent: '#0B5673',
  fallen: '#A23E0C',
  warningText: '#7A5200',
  warningGround: '#FBF4E3',
  controlBorder: '#77838E',
  hairline: '#E3E7EA',
  strongHairline: '#C3CBD1',
  onButton: '#FFFFFF',
  button: '#0B5673',
  years: [
    { fill: '#0B5673', outline: null, onFill: '#FFFFFF' },
    { fill: '#327D99', outline: null, onFill: '#FFFFFF' },
    { fill: '#85B5CA', outline: '#4E8199', onFill: lightText },
    { fill: '#BAD5E2', outline: '#4E8199', onFill: lightText },
    { fill: '#F1F6F9', outline: '#4E8199', onFill: lightText },
  ],
  units: [
    { fill: '#003F55', outline: null },
    { fill: '#7F4C2C', outline: null },
    { fill: '#4A7BCF', outline: null },
    { fill: '#B49E45', outline: '#4A5763' },
    { fill: '#8ADBBC', outline: '#4A5763' },
  ],
  scale: [
    { fill: '#8A3A12', outline: null, onFill: '#FFFFFF' },
    { fill: '#CC8A5E', outline: null, onFill: lightText },
    { fill: '#EBCDB5', outline: null, onFill: lightText },
    { fill: '#C3DAE6', outline: null, onFill: lightText },
    { fill: '#6FA6C1', outline: null, onFill: lightText },
    { fill: '#0B5673', outline: null, onFill: '#FFFFFF' },
  ],
  dontKnow: {
    newest: { fill: '#77838E', outline: null },
    earlier: { fill: '#D9DEE2', outline: '#77838E' },
  },
  band: '#F2F6F8',
  ramp: ['#F5F8FA', '#E4EEF3', '#D0E2EA', '#B8D3DF', '#9CC1D2', '#7DADC4'].map((fill) => ({
    fill,
    outline: null,
    onFill: lightText,
  })),
  bands: [
    { fill: '#FFFFFF', outline: '#C3CBD1', onFill: lightText },
    { fill: '#F1F6F9', outline: null, onFill: lightText },
    { fill: '#E0EBF1', outline: null, onFill: lightText },
    { fill: '#CBDEE8', outline: null, onFill: lightText },
  ],
};

const dark: Theme = {
  name: 'dark',
  surface: '#161B20',
  canvas: '#101418',
  selected: '#1B3440',
  text: '#E8ECEF',
  text2: '#B4BEC7',
  muted: '#97A3AE',
  accent: '#7CC0DC',
  fallen: '#F0996A',
  warningText: '#E8C377',
  warningGround: '#28231A',
  controlBorder: '#75828E',
  hairline: '#283038',
  strongHairline: '#3F4A54',
  onButton: darkGround,
  button: '#92BACC',
  years: [
    { fill: '#B3DDF0', outline: null, onFill: darkGround },
    { fill: '#6FB0CB', outline: null, onFill: darkGround },
    { fill: '#4187A2', outline: '#7FB2C8', onFill: darkGround },
    { fill: '#316275', outline: '#7FB2C8', onFill: '#FFFFFF' },
    { fill: '#2B434D', outline: '#7FB2C8', onFill: '#FFFFFF' },
  ],
  units: [
    { fill: '#DDF1FA', outline: null },
    { fill: '#90D8BA', outline: null },
    { fill: '#C8A456', outline: null },
    { fill: '#5F85D3', outline: null },
    { fill: '#95593E', outline: '#B4BEC7' },
  ],
  scale: light.scale,
  dontKnow: {
    newest: { fill: '#97A3AE', outline: null },
    earlier: { fill: '#3F4A54', outline: '#97A3AE' },
  },
  band: '#1B2329',
  ramp: ['#1B242B', '#1F303A', '#243D4A', '#2A4B5B', '#31596D', '#38687F'].map((fill) => ({
    fill,
    outline: null,
    onFill: '#E8ECEF',
  })),
  bands: [
    { fill: '#161B20', outline: '#3F4A54', onFill: '#E8ECEF' },
    { fill: '#1B262D', outline: null, onFill: '#E8ECEF' },
    { fill: '#20333D', outline: null, onFill: '#E8ECEF' },
    { fill: '#27424F', outline: null, onFill: '#E8ECEF' },
  ],
};

export const themes: Readonly<Record<ThemeName, Theme>> = { light, dark };

/** The family that all text is set in; tabular figures everywhere. */
export const fontFamily = 'Source Sans 3';

/** Sizes in px and weights of type in figures. */
export const type = {
  title: { size: 15, weight: 600 },
  label: { size: 13, weight: 400 },
  labelStrong: { size: 13, weight: 600 },
  labelMedium: { size: 13, weight: 500 },
  small: { size: 12, weight: 400 },
  smallStrong: { size: 12, weight: 600 },
} as const;

/** A size in px with one of the three weights that are bundled. */
export interface TypeStyle {
  readonly size: number;
  readonly weight: FontWeight;
}

export type FontWeight = 400 | 500 | 600;

/** Heights of rows in px. */
export const rowHeights = { matrix: 22, list: 27, action: 36 } as const;

/** Lines and marks in px. */
export const strokes = {
  hairline: 1,
  whisker: 1.2,
  whiskerHalo: 3.4,
  whiskerCap: 7,
  labelHalo: 5,
} as const;
