import { buildDesktop, buildWindow } from './shell/build-window.ts';

/** `npm run build`: the window's page, and what Electron runs, into the ignored folder `out/`. */
await buildWindow();
await buildDesktop();
