import { describe, expect, it } from "vitest";
import { formatsFor } from "./format.ts";

describe("formats", () => {
  it("shows an instant in the zone of the record", () => {
    expect(formatsFor("en").instant("2025-03-06T22:30:00Z")).toBe("7 Mar 2025, 01:30");
    expect(formatsFor("en", "UTC").instant("2025-03-06T22:30:00Z")).toBe("6 Mar 2025, 22:30");
  });
  it("never moves a calendar day", () => {
    for (const zone of ["Asia/Damascus", "America/Los_Angeles", "Pacific/Auckland"]) {
      expect(formatsFor("en", zone).day("2025-03-07")).toBe("7 March 2025");
    }
    expect(() => formatsFor("en").day("2025-03")).toThrow(RangeError);
  });
  it("uses the Syrian month names and Latin digits in Arabic", () => {
    expect(formatsFor("ar").day("2025-03-07")).toBe("7 آذار 2025");
    expect(formatsFor("ar").number(12345)).toBe("12,345");
  });
  it("joins lists, sizes files and names languages", () => {
    expect(formatsFor("en").list(["a", "b", "c"])).toBe("a, b and c");
    expect(formatsFor("en").bytes(1_234_567)).toBe("1.2 MB");
    expect(formatsFor("en").language("ar")).toBe("Arabic");
    expect(formatsFor("en").language("not a tag")).toBe("not a tag");
  });
});
