/**
 * The nonce that the shell wrote into the page for this load: style elements made at run time carry it, or the content
 * security policy refuses them. Vite's `html.cspNonce` writes the element that holds it.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
