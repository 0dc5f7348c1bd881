import { expect, it } from "vitest";
import {
  type Exposure,
  exposureIn,
  exposureText,
  NOTHING_YET,
  putOff,
  reasonForBreak,
  withAccount,
  withMinute,
} from "./exposure.ts";

const AT = 1_700_000_000_000;
const times = (count: number, step: (before: Exposure, turn: number) => Exposure, from = NOTHING_YET) =>
  Array.from({ length: count }).reduce<Exposure>((before, _, turn) => step(before, turn), from);
const accounts = (count: number, from = NOTHING_YET, name = "t") =>
  times(count, (before, turn) => withAccount(before, `${name}${turn}`, AT + turn), from);
const minutes = (count: number, from = NOTHING_YET) => times(count, (before) => withMinute(before, AT), from);

it("suggests a break after ten accounts, each counted once, and says since when", () => {
  expect(reasonForBreak(accounts(9))).toBeNull();
  expect(reasonForBreak(accounts(9, accounts(9)))).toBeNull();
  expect(reasonForBreak(accounts(10))).toBe("accounts");
  expect(accounts(10).since).toBe(AT);
});

it("suggests a break after fifty minutes of reading", () => {
  expect(reasonForBreak(minutes(49))).toBeNull();
  expect(reasonForBreak(minutes(50, accounts(3)))).toBe("minutes");
});

it("says nothing, once put off, until as much again has come, and begins anew after a break", () => {
  const later = putOff(accounts(10));
  expect(reasonForBreak(later)).toBeNull();
  expect(reasonForBreak(accounts(9, later, "more"))).toBeNull();
  expect(reasonForBreak(accounts(10, later, "more"))).toBe("accounts");
  expect(reasonForBreak(minutes(50, later))).toBe("minutes");
  expect(reasonForBreak(accounts(9, NOTHING_YET, "more"))).toBeNull();
});

it("reads back what a tab keeps, and nothing out of anything else", () => {
  const some = putOff(minutes(3, accounts(2)));
  expect(exposureIn(exposureText(some))).toEqual(some);
  for (const text of ["", "x:y", "1.5"]) expect(exposureIn(text)).toEqual(NOTHING_YET);
});
