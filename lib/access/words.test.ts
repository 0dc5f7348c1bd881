import { describe, expect, it } from "vitest";
import { ar } from "#lib/i18n/messages/ar.ts";
import { en } from "#lib/i18n/messages/en.ts";
import { permissions } from "./permissions.ts";

describe.each([
  ["en", en],
  ["ar", ar],
] as const)("the words of access in %s", (_, catalogue) => {
  it("say of each permission what it lets people do", () => {
    const words: Record<string, Record<string, string>> = catalogue.access.permission;
    const unsaid = Object.keys(permissions).filter((permission) => {
      const [noun = "", act = ""] = permission.split(".");
      return !words[noun]?.[act];
    });
    expect(unsaid).toEqual([]);
  });
});
