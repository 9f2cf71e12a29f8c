/**
 * What a window may load and run, the same under every host: only what the program itself serves. No inline script and
 * no inline style: what a text or a folder brings along can become neither.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The headers that protect a window, on every answer of every host. */
export const protectiveHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** How long a window may keep a file, in the words of HTTP. `lasting` ones never change under their address. */
export const cacheControl = (lasting: boolean): string => (lasting ? 'private, max-age=31536000, immutable' : 'no-store')
