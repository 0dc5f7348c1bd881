import fc from "fast-check";
import { expect, test } from "vitest";
import { type Share, SHARE_BYTES, shareFrom, textOfShare, WrongShare } from "./share-text.ts";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const signs = (length: number) =>
  fc
    .array(fc.constantFrom(...ALPHABET.split("")), { minLength: length, maxLength: length })
    .map((all) => all.join(""));
const aShare: fc.Arbitrary<Share> = fc
  .tuple(
    fc.integer({ min: 2, max: 9 }),
    fc.nat(),
    fc.nat(),
    signs(6),
    fc.uint8Array({ minLength: SHARE_BYTES, maxLength: SHARE_BYTES }),
  )
  .map(([shares, number, needed, set, bytes]) => ({
    number: 1 + (number % shares),
    needed: 2 + (needed % (shares - 1)),
    shares,
    set,
    bytes,
  }));
const faultIn = (text: string): number | null | "none" => {
  try {
    shareFrom(text);
    return "none";
  } catch (error) {
    if (error instanceof WrongShare) return error.line;
    throw error;
  }
};

test("a share is read as it was written, however it is spaced and whatever keyboard typed it", () => {
  const forms: ((text: string) => string)[] = [
    (text) => text,
    (text) => text.toLowerCase().replaceAll("\n", "\r\n\r\n"),
    (text) => text.replaceAll("0", "o").replaceAll("1", "l"),
    (text) => text.replaceAll("0", "O").replaceAll("1", "I"),
    (text) => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x06_60 + Number(digit))),
    (text) => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x06_f0 + Number(digit))),
    (text) =>
      `  ${text.replaceAll(/\n(.+)/g, (_, line: string) => `\n\u200e${line.replaceAll(" ", "–")}`)}\n`,
    (text) =>
      text.replaceAll(/[A-Z]/g, (letter) => String.fromCodePoint(0xff_21 + letter.charCodeAt(0) - 65)),
  ];
  fc.assert(
    fc.property(aShare, (share) => {
      const text = textOfShare(share);
      expect(text.split("\n")).toHaveLength(4);
      for (const form of forms) expect(shareFrom(form(text))).toEqual(share);
    }),
    { numRuns: 60 },
  );
});

test("any one mistyped sign, and any two neighbours that changed places, are found and their line is named", () => {
  fc.assert(
    fc.property(aShare, fc.nat(), fc.constantFrom(...ALPHABET.split("")), (share, place, other) => {
      const text = textOfShare(share);
      const at = text.indexOf(" ") + (place % (text.length - text.indexOf(" ")));
      const line = text.slice(0, at).split("\n").length;
      const sign = text.charAt(at);
      if (ALPHABET.includes(sign) && sign !== other)
        expect(faultIn(`${text.slice(0, at)}${other}${text.slice(at + 1)}`)).toBe(line);
      const next = text.charAt(at + 1);
      if (ALPHABET.includes(sign) && next !== "" && ALPHABET.includes(next) && sign !== next)
        expect(faultIn(`${text.slice(0, at)}${next}${sign}${text.slice(at + 2)}`)).toBe(line);
    }),
    { numRuns: 400 },
  );
});

test("a line too short or too long, lines in another order, of another share, or not four of them are found", () => {
  fc.assert(
    fc.property(aShare, aShare, (share, other) => {
      const lines = textOfShare(share).split("\n");
      const [head = "", first = "", second = "", third = ""] = lines;
      expect(faultIn(lines.slice(0, 3).join("\n"))).toBeNull();
      expect(faultIn("")).toBeNull();
      expect(faultIn([head, first, `${second}7`, third].join("\n"))).toBe(3);
      expect(faultIn([head, first.slice(0, -1), second, third].join("\n"))).toBe(2);
      expect(faultIn([head, first, second.replace(/^./, "U"), third].join("\n"))).toBe(3);
      if (first !== second) expect(faultIn([head, second, first, third].join("\n"))).toBe(2);
      expect(faultIn([head.replace("SHARE", "SHORE"), first, second, third].join("\n"))).toBe(1);
      const [, foreign = ""] = textOfShare({ ...share, set: other.set }).split("\n");
      if (foreign !== first) expect(faultIn([head, foreign, second, third].join("\n"))).toBe(2);
    }),
    { numRuns: 60 },
  );
});
