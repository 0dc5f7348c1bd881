import { describe, expect, it } from "vitest";
import { parseTableUrl, type TableUrlSpec } from "#components/table/url-state.ts";
import { ViewAddress } from "#lib/views/vocabulary.ts";
import { isChanged, lostParts, viewAddress } from "./view-address.ts";

const spec: TableUrlSpec = {
  sorts: ["code", "taken"],
  defaultSort: { key: "taken", dir: "desc" },
  enums: { stage: ["draft", "returned"], consent: ["yes", "no"] },
  ids: { incident: "i" },
  days: ["taken"],
};
const here = new URLSearchParams(
  "consent=no&stage=draft&taken_from=2031-01-01&sort=code&dir=asc&incident=i_0000000000000000000001&after=abc&view=sv_0000000000000000000001&tab=map",
);
const state = parseTableUrl(here, spec);

describe("the address of a view", () => {
  it("holds filters and order, and columns where they are to be kept, in a form that the server takes", () => {
    const plain =
      "stage=draft&consent=no&incident=i_0000000000000000000001&taken_from=2031-01-01&sort=code&dir=asc";
    expect(viewAddress(state, spec, null)).toBe(plain);
    const whole = viewAddress(state, spec, ["title", "taken_on"]);
    expect(whole).toBe(`${plain}&columns=title.taken_on`);
    expect(ViewAddress.parse(whole)).toBe(whole);
  });

  it("differs from the list by filters, order and columns, never by the place or the order of parameters", () => {
    const changed = (query: string, address: string) =>
      isChanged(address, parseTableUrl(new URLSearchParams(query), spec), spec);
    expect(changed("stage=draft&after=abc&view=sv_0000000000000000000001", "stage=draft")).toBe(false);
    expect(changed("consent=no&stage=draft", "stage=draft&consent=no")).toBe(false);
    expect(changed("stage=draft", "stage=draft&tag=tg_1")).toBe(false);
    expect(changed("stage=returned", "stage=draft")).toBe(true);
    expect(changed("stage=draft&dir=asc", "stage=draft")).toBe(true);
    expect(
      changed(
        "stage=draft&incident=i_0000000000000000000002",
        "stage=draft&incident=i_0000000000000000000001",
      ),
    ).toBe(true);
    expect(changed("stage=draft&columns=title", "stage=draft")).toBe(true);
  });

  it("says which of its parts are gone", () => {
    const columns = ["title", "code"];
    expect(
      lostParts(
        "stage=draft&incident=i_0000000000000000000001&taken_to=2031-01-01&sort=code&dir=asc&size=100&columns=code",
        spec,
        columns,
      ),
    ).toBeNull();
    expect(
      lostParts(
        "stage=sealed&stage=draft&tag=tg_1&taken_from=2031-02-30&sort=weight&columns=code.weight",
        spec,
        columns,
      ),
    ).toEqual({ filters: ["stage", "tag", "taken"], hasOrder: true, columns: 1 });
  });
});
