/**
 * The headers of every answer, pages and files alike.
 * Sources: OWASP ASVS 5.0 §3.4 (browser security headers); WHATWG HTML (COOP, COEP); Fetch (CORP, nosniff).
 */
export const FIXED_HEADERS: Readonly<Record<string, string>> = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "x-dns-prefetch-control": "off",
  "referrer-policy": "no-referrer",
  "permissions-policy": [
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
  ]
    .map((feature) => `${feature}=()`)
    .join(", "),
};

/** Nothing of a case file stays in a cache: neither on the way nor on the person's disk. */
export const NO_STORE = "no-store";

/** What an answer of the program that is no page has besides: opened as a page, it could load and run nothing. */
export const API_HEADERS: Readonly<Record<string, string>> = {
  "cache-control": NO_STORE,
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
};

/**
 * The content policy of one page: scripts and style elements by nonce only. Style *attributes* stay open, because the
 * component library sets positions and custom properties through them; they cannot load or run anything.
 * @param nonce fresh for each response, base64
 * @param relaxation `development` adds what hot reloading needs, and nothing else
 */
export function contentSecurityPolicy(nonce: string, relaxation: "none" | "development"): string {
  const script = ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"];
  const isRelaxed = relaxation === "development";
  if (isRelaxed) script.push("'unsafe-eval'");
  return [
    "default-src 'none'",
    `script-src ${script.join(" ")}`,
    // The development overlay brings style elements without a nonce.
    isRelaxed ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");
}

/** A fresh nonce: 128 random bits in base64 (CSP Level 3 §7.1 asks for at least that). */
export function freshNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}
