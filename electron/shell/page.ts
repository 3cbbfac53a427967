import { randomBytes } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** The window's page: its files, and the headers that keep it in its place. The same in both shells. */

/** Where `vite build` leaves the page. */
export const pageFolder = path.join(import.meta.dirname, '../../out/renderer');

/** Stands in the built page where the nonce of a load goes. */
export const noncePlaceholder = 'NONCE-OF-THIS-LOAD';

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
};

/**
 * The content security policy of one load. Nothing comes from elsewhere and nothing goes there; styles made at
 * run time carry the nonce, and style attributes are only ever set by the page's own scripts.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Answers one request for the page's origin. A path that leads outside the folder, or to a file of no known
 * type, is answered 404, as if it were not there.
 */
export function pageAnswer(pathname: string, folder: string = pageFolder): PageAnswer {
  const nonce = randomBytes(16).toString('base64');
  const headers = {
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
    'cache-control': 'no-store',
  };
  const found = fileAt(pathname, folder);
  if (found === null) {
    return {
      status: 404,
      headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
      body: Buffer.from('Finns inte.'),
    };
  }
  const isPage = found.type === types['.html'];
  const body = isPage
    ? Buffer.from(found.body.toString('utf8').replaceAll(noncePlaceholder, nonce))
    : found.body;
  return { status: 200, headers: { ...headers, 'content-type': found.type }, body };
}

function fileAt(pathname: string, folder: string): { readonly type: string; readonly body: Buffer } | null {
  try {
    const decoded = decodeURIComponent(pathname);
    if (decoded.includes('\0') || decoded.includes('\\')) return null;
    const root = realpathSync(folder);
    const wanted = realpathSync(path.join(root, decoded === '/' ? 'index.html' : decoded));
    const type = types[path.extname(wanted).toLowerCase()];
    if (!wanted.startsWith(root + path.sep) || type === undefined) return null;
    return { type, body: readFileSync(wanted) };
  } catch {
    // Not a path, or no such file.
    return null;
  }
}
