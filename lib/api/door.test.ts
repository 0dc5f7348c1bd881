import { describe, expect, it } from "vitest";
import { NotFound } from "#lib/core/refusals.ts";
import { mustComeFromOurPages } from "./door.ts";

const own = "http://localhost:3000";
const sent = (headers: Record<string, string>) => () =>
  mustComeFromOurPages(
    new Request(`${own}/api/v1/x`, { method: "POST", headers: { host: "localhost:3000", ...headers } }),
  );

describe("where a request comes from", () => {
  it.each([
    ["our own page", { origin: own, "sec-fetch-site": "same-origin" }],
    ["a program at the terminal, which is no browser", {}],
    ["our own page, whose form hides its origin", { origin: "null", "sec-fetch-site": "same-origin" }],
  ])("lets in %s", (_, headers) => {
    expect(sent(headers)).not.toThrow();
  });

  it.each([
    ["another site", { origin: "https://evil.example" }],
    ["another port of this machine", { origin: "http://localhost:4000" }],
    ["another site that hides its origin", { origin: "null", "sec-fetch-site": "cross-site" }],
    ["whatever hides its origin and has nobody to vouch", { origin: "null" }],
    ["whatever hides its origin and was typed by hand", { origin: "null", "sec-fetch-site": "none" }],
    ["another site that sends no origin", { "sec-fetch-site": "cross-site" }],
    ["a sister site", { origin: own, "sec-fetch-site": "same-site" }],
    ["what is no origin at all", { origin: "nonsense" }],
  ])("turns away %s", (_, headers) => {
    expect(sent(headers)).toThrow(NotFound);
  });
});
