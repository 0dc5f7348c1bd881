import { encode } from "next-auth/jwt";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { sessionInCookie } from "./session-cookie.ts";

const SECRET = "s".repeat(32);
const jar = vi.hoisted(() => ({ all: [] as { name: string; value: string }[] }));
vi.mock("next/headers", () => ({ cookies: async () => ({ getAll: () => jar.all }) }));
vi.mock("./options.ts", () => ({ authOptions: async () => ({ secret: SECRET }) }));

const bring = (value: string, name = "next-auth.session-token") => (jar.all = [{ name, value }]);
const sealed = (token: object, secret = SECRET, maxAge = 60) =>
  encode({ token: { ...token }, secret, maxAge });

beforeEach(() => {
  jar.all = [];
});

describe("the session in a cookie", () => {
  it("is the one that was sealed in it, also when it comes again and in pieces", async () => {
    const value = await sealed({ sid: "se_one" });
    bring(value);
    expect([await sessionInCookie(), await sessionInCookie()]).toEqual(["se_one", "se_one"]);
    const name = "next-auth.session-token";
    jar.all = [
      { name: `${name}.0`, value: value.slice(0, 50) },
      { name: `${name}.1`, value: value.slice(50) },
    ];
    expect(await sessionInCookie()).toBe("se_one");
  });

  it("is found in the header of a request, and there alone", async () => {
    bring(await sealed({ sid: "se_page" }));
    const value = await sealed({ sid: "se_door" });
    expect(await sessionInCookie(`theme=dark; next-auth.session-token=${value}; odd`)).toBe("se_door");
    expect([await sessionInCookie(null), await sessionInCookie(";=;;")]).toEqual([null, null]);
  });

  it("is looked for under the name that signing in gave it where people come by https", async () => {
    vi.stubEnv("NEXTAUTH_URL", "https://attest.example");
    const value = await sealed({ sid: "se_https" });
    bring(value);
    expect(await sessionInCookie()).toBeNull();
    bring(value, "__Secure-next-auth.session-token");
    expect(await sessionInCookie()).toBe("se_https");
    vi.unstubAllEnvs();
  });

  it("is none without a cookie, with another's seal, with another shape, and after its time", async () => {
    expect(await sessionInCookie()).toBeNull();
    for (const value of [
      "no token",
      await sealed({ sid: "se_two" }, "t".repeat(32)),
      await sealed({ sid: 7 }),
      await sealed({ sid: "se_old" }, SECRET, -60),
    ]) {
      bring(value);
      expect(await sessionInCookie()).toBeNull();
      expect(await sessionInCookie()).toBeNull();
    }
  });

  it("is forgotten when its time is over", async () => {
    bring(await sealed({ sid: "se_short" }, SECRET, 60));
    expect(await sessionInCookie()).toBe("se_short");
    vi.useFakeTimers({ now: Date.now() + 120_000 });
    expect(await sessionInCookie()).toBeNull();
    vi.useRealTimers();
  });
});
