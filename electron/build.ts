import { buildCommandLine, buildDesktop, buildWindow, buildWorkbench } from './shell/build-window.ts';

/** `npm run build`: all that runs quicker when it is built, into the ignored folder `out/`, and what Electron packs. */
await buildWindow();
await buildDesktop();
await buildWorkbench();
await buildCommandLine();
