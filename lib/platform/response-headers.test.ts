import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, freshNonce } from "./response-headers.ts";

describe("the content policy of a page", () => {
  it("lets scripts in by nonce only, with no inline, eval or foreign origin", () => {
    const policy = contentSecurityPolicy("abc", "none");
    const directives = new Map(
      policy.split("; ").map((part) => [part.split(" ")[0], part.split(" ").slice(1)]),
    );
    expect(directives.get("default-src")).toEqual(["'none'"]);
    expect(directives.get("script-src")).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"]);
    expect(directives.get("style-src")).toEqual(["'self'", "'nonce-abc'"]);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(policy.match(/'unsafe-inline'/g)).toHaveLength(1);
  });
  it("opens eval and the overlay's styles in development and nothing else", () => {
    const opened = contentSecurityPolicy("abc", "development")
      .replace(" 'unsafe-eval'", "")
      .replace("style-src 'self' 'unsafe-inline'", "style-src 'self' 'nonce-abc'");
    expect(opened).toBe(contentSecurityPolicy("abc", "none"));
  });
  it("never sees the same nonce twice", () => {
    const nonces = new Set(Array.from({ length: 1000 }, freshNonce));
    expect(nonces.size).toBe(1000);
    expect(atob(freshNonce())).toHaveLength(16);
  });
});
