import { describe, expect, it } from "vitest";
import { selectedIn, withSelected } from "./selection.ts";
import { formatTableUrl, parseTableUrl, type TableUrlSpec } from "./url-state.ts";

const id = "t_0123456789012345678901";
const spec: TableUrlSpec = {
  sorts: ["taken"],
  defaultSort: { key: "taken", dir: "desc" },
  enums: { stage: ["draft", "accepted"] },
};

describe("the record chosen in a list", () => {
  it("is read from an address only where it has the form of an id", () => {
    expect(selectedIn(new URLSearchParams(`stage=draft&selected=${id}`))).toBe(id);
    for (const strange of ["", "t_1", `${id}9`, "T_0123456789012345678901", "' OR 1", `${id},${id}`])
      expect(selectedIn(new URLSearchParams({ selected: strange }))).toBeNull();
  });

  it("is put into an address, and taken out, beside whatever else stands there", () => {
    expect(withSelected("?stage=draft", id)).toBe(`?stage=draft&selected=${id}`);
    expect(withSelected(`?stage=draft&selected=${id}`, null)).toBe("?stage=draft");
    expect(withSelected(`?selected=${id}`, null)).toBe("");
  });

  it("is let go with another filter or page, as those show other rows", () => {
    const present = new URLSearchParams(`selected=${id}&tab=map`);
    const filtered = { ...parseTableUrl({}, spec), chosen: { stage: ["draft"] } };
    expect(formatTableUrl(filtered, spec, present)).toBe("?tab=map&stage=draft");
  });
});
