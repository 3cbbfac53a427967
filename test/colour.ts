/** How different colours look, also to those who see fewer of them: CIEDE2000, and Machado, Oliveira and Fernandes 2009. */

type Triple = readonly [number, number, number];

/** Ways of seeing: normal, the three dichromacies at full severity, and a grey print. */
export const sights = ['normal', 'protan', 'deutan', 'tritan', 'grey'] as const;
export type Sight = (typeof sights)[number];

const machado: Readonly<Record<'protan' | 'deutan' | 'tritan', readonly [Triple, Triple, Triple]>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(hex: string): Triple {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function times(matrix: readonly [Triple, Triple, Triple], [a, b, c]: Triple): Triple {
  const row = ([x, y, z]: Triple): number => x * a + y * b + z * c;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

function luminance([r, g, b]: Triple): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function seen(hex: string, sight: Sight): Triple {
  const rgb = linear(hex);
  if (sight === 'normal') return rgb;
  if (sight === 'grey') {
    const y = luminance(rgb);
    return [y, y, y];
  }
  const [r, g, b] = times(machado[sight], rgb);
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  return [clip(r), clip(g), clip(b)];
}

function lab(rgb: Triple): Triple {
  const [x, y, z] = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    rgb,
  );
  const f = (value: number): number =>
    value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116;
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** How different two colours look, in the way of seeing. */
export function difference(one: string, other: string, sight: Sight): number {
  return ciede2000(lab(seen(one, sight)), lab(seen(other, sight)));
}

/** How much lighter one colour is than another, in L* 0–100. */
export function lightnessApart(one: string, other: string): number {
  return Math.abs(lab(linear(one))[0] - lab(linear(other))[0]);
}

/** The contrast of WCAG 2: 1–21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(linear(one)), luminance(linear(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const degrees = Math.PI / 180;

/** CIEDE2000 (Sharma, Wu and Dalal 2005), all weights 1. */
export function ciede2000([l1, a1, b1]: Triple, [l2, a2, b2]: Triple): number {
  const meanC = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)));
  const [x1, x2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)];
  const hue = (x: number, b: number): number => {
    if (x === 0 && b === 0) return 0;
    const angle = Math.atan2(b, x) / degrees;
    return angle < 0 ? angle + 360 : angle;
  };
  const [h1, h2] = [hue(x1, b1), hue(x2, b2)];
  const isGrey = c1 * c2 === 0;
  let dh = h2 - h1;
  if (isGrey) dh = 0;
  else if (dh > 180) dh -= 360;
  else if (dh < -180) dh += 360;
  const bigH = 2 * Math.sqrt(c1 * c2) * Math.sin((dh / 2) * degrees);
  const l = (l1 + l2) / 2;
  const c = (c1 + c2) / 2;
  let h = h1 + h2;
  if (!isGrey) {
    if (Math.abs(h1 - h2) <= 180) h /= 2;
    else h = h < 360 ? (h + 360) / 2 : (h - 360) / 2;
  }
  const t =
    1 -
    0.17 * Math.cos((h - 30) * degrees) +
    0.24 * Math.cos(2 * h * degrees) +
    0.32 * Math.cos((3 * h + 6) * degrees) -
    0.2 * Math.cos((4 * h - 63) * degrees);
  const turn = 30 * Math.exp(-(((h - 275) / 25) ** 2));
  const rc = 2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const sc = 1 + 0.045 * c;
  const sh = 1 + 0.015 * c * t;
  const rt = -Math.sin(2 * turn * degrees) * rc;
  const [dl, dc, dH] = [(l2 - l1) / sl, (c2 - c1) / sc, bigH / sh];
  return Math.sqrt(dl ** 2 + dc ** 2 + dH ** 2 + rt * dc * dH);
}
