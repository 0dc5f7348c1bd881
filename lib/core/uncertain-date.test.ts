import { parse } from "edtf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEdtf } from "./edtf-value.ts";
import {
  bounds,
  compareDates,
  Edtf,
  edtfProblem,
  normaliseEdtf,
  overlaps,
  sortKey,
  UncertainDate,
  UNKNOWN_DATE,
  UnreadableDate,
} from "./uncertain-date.ts";

interface ParsedByPackage {
  values: number[];
  uncertain?: boolean;
  approximate?: boolean;
}

const at = (text: string): number => Date.parse(text);
const MINUTE = 60_000;

function pad(value: number, length = 2): string {
  return String(value).padStart(length, "0");
}

/** Accepted, normalised values of every shape, in years close enough to meet one another. */
function edtfValues(): fc.Arbitrary<string> {
  const year = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 2023, max: 2026 }) },
    fc.integer({ min: 1, max: 9999 }),
  );
  const month = year.chain((y) => fc.integer({ min: 1, max: 12 }).map((m) => `${pad(y, 4)}-${pad(m)}`));
  const day = month.chain((m) => fc.integer({ min: 1, max: 28 }).map((d) => `${m}-${pad(d)}`));
  const plain = fc.oneof(
    year.map((y) => pad(y, 4)),
    month,
    day,
  );
  const qualified = fc.tuple(plain, fc.constantFrom("", "", "~", "?", "%")).map((parts) => parts.join(""));
  const clock = fc
    .tuple(
      day,
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      fc.constantFrom("", ":00", ":59"),
      fc.constantFrom("", "Z", "+03:00", "-05:00"),
    )
    .map(([d, h, m, s, zone]) => `${d}T${pad(h)}:${pad(m)}${s}${zone}`);
  const masked = fc.oneof(
    month.map((m) => `${m}-XX`),
    year.map((y) => `${pad(y, 4)}-XX`),
    year.map((y) => `${pad(y, 4)}-XX-XX`),
    year.filter((y) => y >= 10).map((y) => `${pad(y, 4).slice(0, 3)}X`),
    year.filter((y) => y >= 100).map((y) => `${pad(y, 4).slice(0, 2)}XX`),
    fc.constantFrom("XXXX", "XXXX-XX", "XXXX-XX-XX"),
  );
  const edge = fc.oneof(qualified, clock);
  const interval = fc.oneof(
    fc.tuple(edge, edge).map((sides) => sides.join("/")),
    edge.chain((e) => fc.constantFrom(`/${e}`, `../${e}`, `${e}/`, `${e}/..`)),
  );
  const set = fc
    .tuple(
      fc.constantFrom("[]", "{}"),
      fc.constantFrom("", ".."),
      fc.array(
        fc.oneof(
          qualified,
          fc.tuple(plain, plain).map((sides) => sides.join("..")),
        ),
        { minLength: 1, maxLength: 4 },
      ),
    )
    .map(([brackets, open, members]) => {
      const [first = "", ...rest] = members;
      return `${brackets[0]}${[first.includes("..") ? first : open + first, ...rest].join(",")}${brackets[1]}`;
    });
  return fc.oneof(qualified, clock, masked, interval, set).filter((text) => edtfProblem(text) === null);
}

describe("an EDTF text at the door", () => {
  it("is a plain date exactly when the package, by its grammar, reads the same", () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map((number) => `-${pad(number)}`);
    const plain = fc
      .tuple(
        fc.integer({ min: 0, max: 9999 }).map((year) => pad(year, 4)),
        fc.oneof(
          fc.constant(""),
          part(12),
          fc.tuple(part(12), part(31)).map((parts) => parts.join("")),
        ),
        fc.constantFrom("", "~", "?", "%", "??"),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(plain, (text) => {
        const read = parseEdtf(text);
        if (!read.ok) return;
        const { values, uncertain, approximate } = parse(text, { level: 2 }) as ParsedByPackage;
        const [year = 0, month = 0, day = 1] = values;
        const qualifier = uncertain
          ? approximate
            ? "both"
            : "uncertain"
          : approximate
            ? "approximate"
            : null;
        expect(read.value).toMatchObject({
          kind: "calendar",
          sought: null,
          qualifier,
          year,
          month: month + 1,
          day,
        });
        expect(read.value).toHaveProperty("known", ["year", "month", "day"][values.length - 1]);
      }),
    );
    expect(parseEdtf("0000").ok).toBe(false);
    expect(parseEdtf("2025-06??").ok).toBe(false);
  });

  it.each([
    "2025",
    "2025-03",
    "2025-03-07",
    "2024-02-29",
    "2025-03-07~",
    "2025-03?",
    "2025%",
    "2025-03-XX",
    "2025-XX",
    "2025-XX-XX",
    "202X",
    "19XX",
    "XXXX-XX-XX",
    "2025-03-06/2025-03-07",
    "2025-06~/2025-08~",
    "/2025-03-13",
    "../2025-03-09",
    "2024-12/..",
    "2024-12/",
    "2025-03-07T01:30+03:00",
    "2025-03-07T01:30",
    "2025-03-07T24:00:00",
    "2025-03-06T20:00+03:00/2025-03-07T05:00+03:00",
    "[2025-03-06,2025-03-07]",
    "{2025-03-06..2025-03-08,2025-03-12}",
    "[..2025-03-13]",
    "[2025-03~,2025-05~]",
  ])("keeps %s as it is", (text) => {
    expect(Edtf.parse(text)).toBe(text);
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["2025-02-30", "impossible"],
    ["2025-02-29", "impossible"],
    ["1900-02-29", "impossible"],
    ["2025-04-31", "impossible"],
    ["2025-13", "impossible"],
    ["2025-00", "impossible"],
    ["2025-03-00", "impossible"],
    ["2025-02-30/2025-03-02", "impossible"],
    ["[2025-02-30,2025-03-02]", "impossible"],
    ["2025-02-29T10:00", "impossible"],
    ["2025-22", "season"],
    ["2025-22~", "season"],
    ["2025-21/2025-23", "season"],
    ["2025-33", "season"],
    ["2025-03-09/2025-03-06", "backwards"],
    ["{2025-05..2025-03}", "backwards"],
    ["2025-03-07T10:00+03:00/2025-03-07T09:00", "backwards"],
    ["spring 2025", "unreadable"],
    ["7/3/2025", "unreadable"],
    ["07.03.2025", "unreadable"],
    ["2025-3-7", "unreadable"],
    ["2025-03-07T04", "unreadable"],
    ["2025-03-07T25:00", "unreadable"],
    ["2025-03-07T10:00:00.5Z", "unsupported"],
    ["20", "unsupported"],
    ["202", "unsupported"],
    ["-0044", "unsupported"],
    ["0000", "unsupported"],
    ["Y20250", "unsupported"],
    ["2025?-03-07", "unsupported"],
    ["2025-03-0X", "unsupported"],
    ["2025-03-XX/2025-04", "unsupported"],
    ["{2025-03-06T10:00Z,2025-03-07}", "unsupported"],
    ["/", "unsupported"],
    ["../..", "unsupported"],
    ["[]", "unreadable"],
    ["[2025", "unreadable"],
    ["[2025}", "unreadable"],
    ["[2025,..2026,2027]", "unreadable"],
    ["2025/2026/2027", "unreadable"],
    [`[${"2025,".repeat(40)}2025]`, "tooLong"],
  ])("refuses %j: %s", (text, problem) => {
    const result = Edtf.safeParse(text);
    expect(result.error?.issues.map((issue) => issue.message)).toEqual([`dates.invalid.${problem}`]);
  });

  it("reads what Arabic keyboards and word processors write", () => {
    expect(Edtf.parse("٢٠٢٥-٠٣-٠٧~")).toBe("2025-03-07~");
    expect(Edtf.parse("۲۰۲۵–۰۳؟")).toBe("2025-03?");
    expect(Edtf.parse(" \u200f[2025-03-06، 2025-03-07]\u200f ")).toBe("[2025-03-06,2025-03-07]");
    expect(Edtf.parse("2025-03-xx")).toBe("2025-03-XX");
    expect(Edtf.parse("2025-03-07t01:30z")).toBe("2025-03-07T01:30Z");
  });

  it("keeps the source's wording apart and turns a blank one into none", () => {
    expect(UncertainDate.parse({ edtf: "2025-06~/2025-08~", wording: " summer " })).toEqual({
      edtf: "2025-06~/2025-08~",
      wording: "summer",
    });
    expect(UncertainDate.parse({ edtf: "2025", wording: "  " }).wording).toBeNull();
    expect(UncertainDate.parse(UNKNOWN_DATE)).toEqual(UNKNOWN_DATE);
    const refusal = UncertainDate.safeParse({ edtf: "2025-02-30", wording: null });
    expect(refusal.error?.issues[0]?.path).toEqual(["edtf"]);
    expect(UncertainDate.safeParse({ edtf: "2025", wording: "x".repeat(301) }).success).toBe(false);
    expect(UncertainDate.safeParse({ edtf: 2025, wording: null }).success).toBe(false);
  });

  it("is unchanged by a second normalisation, and accepted texts by a first", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(normaliseEdtf(normaliseEdtf(text))).toBe(normaliseEdtf(text));
      }),
      { seed: 7, numRuns: 2000 },
    );
    fc.assert(
      fc.property(edtfValues(), (text) => {
        expect(Edtf.parse(text)).toBe(text);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

describe("bounds", () => {
  it("takes a bare date as a day of the zone", () => {
    expect(bounds("2025-03-07")).toEqual({
      earliest: at("2025-03-07T00:00+03:00"),
      latest: at("2025-03-08T00:00+03:00") - 1,
    });
    expect(bounds("2025-03-07", "UTC").earliest).toBe(at("2025-03-07T00:00Z"));
    expect(bounds("2025-03").latest).toBe(at("2025-04-01T00:00+03:00") - 1);
    expect(bounds("2025")).toEqual({
      earliest: at("2025-01-01T00:00+03:00"),
      latest: at("2026-01-01T00:00+03:00") - 1,
    });
  });

  it.each(["~", "?", "%"])("widens by one unit on each side for %s", (mark) => {
    expect(bounds(`2025-03-07${mark}`)).toEqual({
      earliest: at("2025-03-06T00:00+03:00"),
      latest: at("2025-03-09T00:00+03:00") - 1,
    });
    expect(bounds(`2025-01${mark}`)).toEqual({
      earliest: at("2024-12-01T00:00+03:00"),
      latest: at("2025-03-01T00:00+03:00") - 1,
    });
    expect(bounds(`2025${mark}`)).toEqual({
      earliest: at("2024-01-01T00:00+03:00"),
      latest: at("2027-01-01T00:00+03:00") - 1,
    });
  });

  it("covers what is left open by missing digits", () => {
    expect(bounds("2025-03-XX")).toEqual(bounds("2025-03"));
    expect(bounds("2025-XX-XX")).toEqual(bounds("2025"));
    expect(bounds("202X")).toEqual({
      earliest: at("2020-01-01T00:00+02:00"),
      latest: at("2030-01-01T00:00+03:00") - 1,
    });
    expect(bounds("XXXX-XX-XX")).toEqual({ earliest: null, latest: null });
  });

  it("leaves an open or unknown end without a limit, and widens only the ends of an interval", () => {
    expect(bounds("/2025-03-13")).toEqual({ earliest: null, latest: at("2025-03-14T00:00+03:00") - 1 });
    expect(bounds("../2025-03-13")).toEqual(bounds("/2025-03-13"));
    expect(bounds("2024-12/..")).toEqual({ earliest: at("2024-12-01T00:00+03:00"), latest: null });
    expect(bounds("2025-06~/2025-08~")).toEqual({
      earliest: at("2025-05-01T00:00+03:00"),
      latest: at("2025-10-01T00:00+03:00") - 1,
    });
  });

  it("takes a set as the whole it may cover", () => {
    const both = { earliest: at("2025-03-06T00:00+03:00"), latest: at("2025-03-13T00:00+03:00") - 1 };
    expect(bounds("[2025-03-12,2025-03-06]")).toEqual(both);
    expect(bounds("{2025-03-06..2025-03-08,2025-03-12}")).toEqual(both);
    expect(bounds("[..2025-03-12]")).toEqual({ earliest: null, latest: both.latest });
    expect(bounds("[2025-03-06..]")).toEqual({ earliest: both.earliest, latest: null });
  });

  it("reads times with an offset, and times without one in the zone; a minute is a minute long", () => {
    const instant = at("2025-03-06T22:30Z");
    expect(bounds("2025-03-07T01:30+03:00")).toEqual({ earliest: instant, latest: instant + MINUTE - 1 });
    expect(bounds("2025-03-07T01:30")).toEqual(bounds("2025-03-07T01:30+03:00"));
    expect(bounds("2025-03-07T01:30:00Z")).toEqual({
      earliest: at("2025-03-07T01:30Z"),
      latest: at("2025-03-07T01:30Z") + 999,
    });
    expect(bounds("2025-03-06T24:00:00").earliest).toBe(at("2025-03-07T00:00+03:00"));
  });

  it("follows the clocks of the zone: a midnight that was skipped, an hour that came twice", () => {
    // Damascus: 00:00 → 01:00 on 25 March 2022; 24:00 → 23:00 on 29 October 2021 (so 28 October had 25 hours).
    expect(bounds("2022-03-25")).toEqual({
      earliest: at("2022-03-24T22:00Z"),
      latest: at("2022-03-25T21:00Z") - 1,
    });
    expect(bounds("2021-10-28T23:30")).toEqual({
      earliest: at("2021-10-28T20:30Z"),
      latest: at("2021-10-28T21:30Z") + MINUTE - 1,
    });
    expect(bounds("2021-10-28").latest).toBe(at("2021-10-28T22:00Z") - 1);
  });

  it("throws a typed error for what the door would have refused, without repeating the text", () => {
    expect(() => bounds("2025-22")).toThrow(UnreadableDate);
    expect(() => bounds("secret place")).toThrow(/^dates\.invalid\.unreadable$/);
    expect(() => bounds("2025", "Syria/Nowhere")).toThrow(RangeError);
  });

  it("is never upside down", () => {
    fc.assert(
      fc.property(edtfValues(), (text) => {
        const { earliest, latest } = bounds(text);
        expect(earliest ?? -Infinity).toBeLessThanOrEqual(latest ?? Infinity);
      }),
      { seed: 11, numRuns: 2000 },
    );
  });
});

describe("overlap", () => {
  it("holds for the night of 6–7 March and half past one on the 7th", () => {
    expect(overlaps("2025-03-06/2025-03-07", "2025-03-07T01:30+03:00")).toBe(true);
    expect(overlaps("2025-03-06T20:00/2025-03-07T05:00", "2025-03-07T01:30+03:00")).toBe(true);
    expect(overlaps("2025-03-06", "2025-03-07T01:30+03:00")).toBe(false);
    expect(overlaps("2025-03-06~", "2025-03-07T01:30+03:00")).toBe(true);
  });

  it("sees the gap between the members of a set, and nothing to exclude in an unknown date", () => {
    expect(overlaps("{2025-03-06,2025-03-10}", "2025-03-08")).toBe(false);
    expect(overlaps("{2025-03-06,2025-03-10}", "2025-03-10")).toBe(true);
    expect(overlaps("XXXX-XX-XX", "2025-03-08")).toBe(true);
    expect(overlaps("/2025-03-13", "2020")).toBe(true);
    expect(overlaps("/2025-03-13", "2025-03-14")).toBe(false);
  });

  it("is symmetric, holds for a date and itself, and never denies what an open end allows", () => {
    fc.assert(
      fc.property(edtfValues(), edtfValues(), (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        expect(overlaps(a, a)).toBe(true);
        const [one, other] = [bounds(a), bounds(b)];
        const envelopesMeet =
          (one.earliest ?? -Infinity) <= (other.latest ?? Infinity) &&
          (other.earliest ?? -Infinity) <= (one.latest ?? Infinity);
        expect(envelopesMeet || !overlaps(a, b)).toBe(true);
      }),
      { seed: 13, numRuns: 1000 },
    );
  });
});

describe("order", () => {
  it("is by first day, unknown starts by their end, unknown dates last", () => {
    const dates = [
      "XXXX-XX-XX",
      "2025-03-07",
      "/2025-03-13",
      "2025-03",
      "2024-12/..",
      "2025-03-07T01:30",
      "2025-03-06/2025-03-17",
      "2025",
    ];
    expect(dates.toSorted((a, b) => compareDates(a, b))).toEqual([
      "2024-12/..",
      "2025",
      "2025-03",
      "2025-03-06/2025-03-17",
      "2025-03-07",
      "2025-03-07T01:30",
      "/2025-03-13",
      "XXXX-XX-XX",
    ]);
  });

  it("has keys of one width that sort like numbers and like bytes", () => {
    fc.assert(
      fc.property(edtfValues(), (text) => {
        expect(sortKey(text)).toMatch(/^\d{30}$/);
      }),
      { seed: 17, numRuns: 1500 },
    );
    expect(sortKey("9999~/..") < sortKey("XXXX")).toBe(true);
    expect(sortKey("0001~") < sortKey("0002")).toBe(true);
  });

  it("is total: antisymmetric, transitive, and equal only for equal texts", () => {
    fc.assert(
      fc.property(edtfValues(), edtfValues(), edtfValues(), (a, b, c) => {
        expect(Math.sign(compareDates(a, b))).toBe(-Math.sign(compareDates(b, a)) + 0);
        expect(compareDates(a, b) === 0).toBe(a === b);
        const inOrder = compareDates(a, b) <= 0 && compareDates(b, c) <= 0;
        expect(!inOrder || compareDates(a, c) <= 0).toBe(true);
      }),
      { seed: 19, numRuns: 1000 },
    );
  });

  it("agrees with the bounds: what ends before another begins comes first", () => {
    fc.assert(
      fc.property(edtfValues(), edtfValues(), (a, b) => {
        const [one, other] = [bounds(a), bounds(b)];
        const endsBefore = (one.latest ?? Infinity) < (other.earliest ?? -Infinity);
        const startsBefore = (one.earliest ?? Infinity) < (other.earliest ?? -Infinity);
        expect(!(endsBefore || startsBefore) || compareDates(a, b) === -1).toBe(true);
      }),
      { seed: 23, numRuns: 1500 },
    );
  });
});

describe("any text at all", () => {
  const signs = [..."0123456789-/.~?%XTZ:+[]{},YES ٠؟".matchAll(/./gu)].map(([sign]) => sign);
  const edtfLike = fc.string({ unit: fc.constantFrom(...signs), maxLength: 40 });
  const mangled = fc
    .tuple(edtfValues(), fc.nat(60), fc.string({ maxLength: 2 }))
    .map(([text, index, put]) => text.slice(0, index) + put + text.slice(index + 1));

  function verdictOf(raw: string): string {
    const result = Edtf.safeParse(raw);
    return result.success
      ? `accepted ${result.data}`
      : (result.error.issues[0]?.message ?? "refused without a reason");
  }

  function boundsOrError(text: string): unknown {
    try {
      return bounds(text);
    } catch (error) {
      return error;
    }
  }

  it("is either accepted, with bounds and a key, or refused by name (10,000 texts)", () => {
    const verdicts: string[] = [];
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), edtfLike, mangled), (raw) => {
        const text = normaliseEdtf(raw);
        const verdict = verdictOf(raw);
        verdicts.push(verdict);
        const isAccepted = verdict === `accepted ${text}`;
        const named = /^dates\.invalid\.(empty|tooLong|unreadable|unsupported|season|impossible|backwards)$/;
        expect(isAccepted || named.test(verdict)).toBe(true);
        expect(isAccepted ? sortKey(text) : "0".repeat(30)).toHaveLength(30);
        const outcome = boundsOrError(text);
        expect(outcome instanceof UnreadableDate || !(outcome instanceof Error)).toBe(true);
      }),
      { seed: 29, numRuns: 10_000 },
    );
    expect(verdicts.filter((verdict) => verdict.startsWith("accepted")).length).toBeGreaterThan(500);
    expect(
      new Set(verdicts.filter((verdict) => !verdict.startsWith("accepted"))).size,
    ).toBeGreaterThanOrEqual(5);
  });
});
