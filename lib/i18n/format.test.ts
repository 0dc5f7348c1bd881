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
  it("writes days as the person wants them, and puts the Hijri day beside and never instead", () => {
    const hijri = { calendar: "hijri", dateStyle: "words" } as const;
    expect(formatsFor("en", "UTC", hijri).day("2025-03-07")).toBe("7 March 2025 (7 Ramadan 1446 AH)");
    expect(formatsFor("ar", "UTC", hijri).dayShort("2025-03-07")).toBe("7 آذار 2025 (7 رمضان 1446 هـ)");
    expect(formatsFor("en", "UTC", hijri).hijri("2025-03-07")).toBe("7 Ramadan 1446 AH");
    expect(formatsFor("en").hijri("2025-03-07")).toBeNull();
    const at = "2025-03-07T22:05:00Z";
    const written = (dateStyle: "digits" | "iso") =>
      formatsFor("en", "Europe/Berlin", { calendar: "gregorian", dateStyle }).instant(at);
    expect([written("digits"), written("iso")]).toEqual(["07/03/2025, 23:05", "2025-03-07 23:05"]);
  });
  it("joins lists, sizes files and names languages", () => {
    expect(formatsFor("en").list(["a", "b", "c"])).toBe("a, b and c");
    expect(formatsFor("en").bytes(1_234_567)).toBe("1.2 MB");
    expect(formatsFor("en").language("ar")).toBe("Arabic");
    expect(formatsFor("en").language("not a tag")).toBe("not a tag");
  });
});
