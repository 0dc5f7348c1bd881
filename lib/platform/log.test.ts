import { afterEach, expect, it, vi } from "vitest";
import { logFault } from "./log.ts";

afterEach(() => void vi.restoreAllMocks());

/** What is said of a fault, and the number that is given to it. */
function said(error: unknown): { fault: string; line: string } {
  const printed = vi.spyOn(console, "error").mockReturnValue();
  const fault = logFault(error);
  expect(printed.mock.calls).toHaveLength(1);
  return { fault, line: String(printed.mock.calls[0]?.[0]) };
}

const WORDS = "her name";

it.each<[string, () => unknown]>([
  ["a message", () => new TypeError(WORDS)],
  ["a message of several lines that look like places", () => new Error(`a\n    at ${WORDS} (b.ts:1:1)\nc`)],
  ["a cause", () => new Error("a", { cause: new Error(WORDS) })],
  ["a message that was changed since", () => Object.assign(new Error(`at ${WORDS}`), { message: "other" })],
  ["a text", () => WORDS],
  ["a code that is no text", () => Object.assign(new Error("a"), { code: { [WORDS]: WORDS } })],
])("says of a fault its kind and places in one line, and nothing of %s", (_, fault) => {
  const { fault: number, line } = said(fault());
  expect(line).not.toContain(WORDS);
  expect(line).not.toContain("\n");
  expect(JSON.parse(line)).toMatchObject({ fault: number, kind: expect.any(String) as string });
});

it("says where a fault came from, and the code that a system gives it", () => {
  for (const message of ["a\nb", ""]) {
    const { line } = said(Object.assign(new RangeError(message), { code: "SQLITE_BUSY" }));
    expect(JSON.parse(line)).toMatchObject({ kind: "RangeError", code: "SQLITE_BUSY" });
    expect((JSON.parse(line) as { places: string[] }).places[0]).toMatch(/^at .*log\.test\.ts:\d+:\d+\)?$/);
    vi.restoreAllMocks();
  }
});
