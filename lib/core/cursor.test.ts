import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor } from "./cursor.ts";

describe("cursors", () => {
  it("come back as they were and show nothing of the sort key in an address", () => {
    const cursor = { key: "قرية على النهر", id: "pl_0000000000000000000001" };
    const text = encodeCursor(cursor);
    expect(decodeCursor(text)).toEqual(cursor);
    expect(Buffer.from(text, "base64url").toString("utf8")).not.toContain("النهر");
  });

  it("lead to the first page when they are not ours, cut short or changed", () => {
    const text = encodeCursor({ key: "a", id: "b" });
    for (const bad of [
      undefined,
      "",
      "xyz",
      text.slice(0, -3),
      text.slice(0, 6), // as long as a short tag
      `${text.startsWith("A") ? "B" : "A"}${text.slice(1)}`,
    ]) {
      expect(decodeCursor(bad)).toBeNull();
    }
  });
});
