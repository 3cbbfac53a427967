import type { IpcMainInvokeEvent, Session, WebContents, WebPreferences } from 'electron';

/** Everything that keeps the window in its place, in one file. ARCHITECTURE.md says which point is met where. */

/** The scheme and origin of the page; answered from disk by `electron/shell/page.ts`. */
export const pageScheme = 'app';
export const pageOrigin = `${pageScheme}://dimios`;

/** How the page's scheme is registered: like https, and with no way around the content security policy. */
export const schemePrivileges = {
  scheme: pageScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: false, stream: false },
} as const;

/** The window's page runs sandboxed, apart from the preload script, without Node. */
export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    disableBlinkFeatures: 'Auxclick',
    spellcheck: false,
    safeDialogs: true,
    enableWebSQL: false,
    devTools: false,
  };
}

/** True for an address of the page itself, compared as parsed: never by what a text holds. */
export function isOwnAddress(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}` === pageOrigin;
  } catch {
    return false;
  }
}

/** Schemes that never leave the machine and that the page needs. */
const localSchemes: ReadonlySet<string> = new Set([`${pageScheme}:`, 'data:', 'blob:', 'devtools:']);

/** True for a request that is answered on this machine. */
export function isLocalRequest(address: string): boolean {
  try {
    const { protocol } = new URL(address);
    return protocol === `${pageScheme}:` ? isOwnAddress(address) : localSchemes.has(protocol);
  } catch {
    return false;
  }
}

/** The one thing that the page may ask for: to put a picture that it drew itself on the clipboard. */
function isPermitted(permission: string, address: string, isMainFrame: boolean): boolean {
  return permission === 'clipboard-sanitized-write' && isMainFrame && isOwnAddress(address);
}

/** No other permission, no device, no request to anywhere, no download, no word list fetched. */
export async function secureSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl, isMainFrame }) => {
    decide(isPermitted(permission, requestingUrl, isMainFrame));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame }) =>
    isPermitted(permission, origin, isMainFrame),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => {
    decide({});
  });
  session.setCertificateVerifyProc((_request, decide) => {
    const refused = -2;
    decide(refused);
  });
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !isLocalRequest(url) });
  });
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  // The word lists of the spell checker would be fetched: there is none.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerDictionaryDownloadURL('data:,');
  session.enableNetworkEmulation({ offline: true });
  await session.setProxy({ mode: 'fixed_servers', proxyRules: 'http=127.0.0.1:9;https=127.0.0.1:9' });
}

/** The page stays where it is: no navigation, no redirect, no second window, no web view. */
export function secureContents(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void; readonly url: string }): void => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** True for a call from the page's own main frame. Frames within it, and pages that are not ours, are refused. */
export function isOwnSender({
  senderFrame,
  sender,
}: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnAddress(senderFrame.url);
}
