/**
 * The nonce that the shell wrote into the page for this load: style elements made at run time carry it, or the content
 * security policy refuses them. Vite's `html.cspNonce` writes the element that holds it.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

declare global {
  /** Where libraries beneath Mantine look for the nonce of the style elements that they make. */
  var __webpack_nonce__: string | undefined;
}

/** Lets the libraries that keep the page from scrolling behind a dialog find the nonce. */
export function shareNonce(): void {
  globalThis.__webpack_nonce__ = styleNonce();
}
