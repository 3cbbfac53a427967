import type { Theme } from '../../../core/figures/theme.ts';
import { fontFamily, themes } from '../../../core/figures/theme.ts';
import { fontWeights, webFontBytes } from '../fonts.ts';

/**
 * All that a report's page is styled by, its font included: nothing is fetched. `darkRules` are those of its figures
 * in the dark. On paper it is always light.
 */
export function reportStyle(darkRules: string): string {
  return [
    ...fontWeights.map(
      (weight) =>
        `@font-face{font-family:'${fontFamily}';font-weight:${weight};src:url(data:font/woff2;base64,${webFontBytes(weight).toString('base64')}) format('woff2')}`,
    ),
    `:root{color-scheme:light dark;${variables(themes.light)}}`,
    rules,
    `@media screen and (prefers-color-scheme:dark){\n:root{${variables(themes.dark)}}\n${darkRules}\n}`,
    `@media print{\n:root{color-scheme:light}\n${printRules}\n}`,
  ].join('\n');
}

function variables({ surface, canvas, text, text2, accent, hairline, strongHairline }: Theme): string {
  return Object.entries({ surface, canvas, text, text2, accent, hairline, strongHairline })
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');
}

const rules = `
*{box-sizing:border-box}
html{font:400 1.0625rem/1.55 '${fontFamily}','Segoe UI',system-ui,sans-serif;font-variant-numeric:tabular-nums;background:var(--surface);color:var(--text);scroll-behavior:smooth}
body{margin:0 auto;padding:2rem 1.25rem 5rem;max-width:50rem}
h1,h2,h3,h4{line-height:1.2;font-weight:600;margin:2.2em 0 .5em;text-wrap:balance;overflow-wrap:anywhere;hyphens:auto}
h1{font-size:2.6rem;margin:1.2rem 0 .2em}
h2{font-size:1.75rem;padding-top:1.2em;border-top:1px solid var(--strongHairline)}
h3{font-size:1.3rem}
h4{font-size:1.1rem}
p,ul,ol,dl{margin:.7em 0;overflow-wrap:anywhere}
p,li{white-space:pre-line}
li{margin:.3em 0}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-100vw}
.skip:focus{left:1rem;top:1rem;padding:.5rem 1rem;background:var(--surface);z-index:1}
.logo{display:block;max-width:100%;height:auto;background:#fff;padding:.25rem;box-sizing:content-box}
.subtitle{font-size:1.4rem;margin:0}
.organisation{font-size:1.1rem;color:var(--text2)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem}
dt{color:var(--text2)}
dd{margin:0}
nav ol{list-style:none;padding-left:0}
nav ol ol{padding-left:1.5rem}
nav li{margin:.2em 0}
figure{margin:2rem 0}
figcaption,caption{font-weight:600;text-align:left;padding-bottom:.3rem;text-wrap:balance}
.base,.source,.note{font-size:.875rem;color:var(--text2);margin:.3rem 0}
.drawing,.table{overflow-x:auto}
.drawing svg{display:block;width:100%;min-width:35rem;height:auto}
.table{margin:1.5rem 0}
table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.35}
th,td{padding:.35rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--hairline);font-weight:400}
thead th{font-weight:600;vertical-align:bottom;border-bottom:1.5px solid var(--text2)}
.n{text-align:right;white-space:nowrap}
thead .n{white-space:normal}
summary{cursor:pointer;color:var(--accent);font-size:.9375rem}
details .table{margin:.6rem 0}
`.trim();

const printRules = `
@page{size:A4;margin:22mm}
html{font-size:10.5pt}
body{padding:0;max-width:none}
.skip,details{display:none}
.drawing,.table{overflow:visible}
.drawing svg{min-width:0}
h2,h3,h4,figcaption,caption,.base{break-after:avoid}
.drawing,tr{break-inside:avoid}
thead{display:table-header-group}
header{break-after:page}
`.trim();
