import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { derivedDocs } from "./derived.ts";

describe("documents derived from the program", () => {
  it.each(Object.entries(derivedDocs()))(
    "%s says what the program does (npm run docs writes it anew)",
    (path, text) => {
      expect(readFileSync(path, "utf8")).toBe(text);
    },
  );
});
