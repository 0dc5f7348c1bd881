import { describe, expect, it } from "vitest";
import { BadSetting, readEnv, settingsTable } from "./env.ts";

describe("settings", () => {
  it("have a usable answer when nothing is set", () => {
    expect(readEnv({})).toMatchObject({
      port: 3000,
      url: "http://localhost:3000",
      idleMs: 900_000,
      demo: false,
    });
  });

  it.each([
    ["ATTEST_PORT", "seventy"],
    ["ATTEST_PORT", "0"],
    ["ATTEST_URL", "not an address"],
    ["DATABASE_URL", "mysql://x"],
    ["ATTEST_IDLE_MINUTES", "5"],
    ["ATTEST_EXPORT_DAYS", "400"],
    ["ATTEST_DEMO", "yes"],
    ["ATTEST_SETUP_HASH", "abc"],
  ])("stop the program when %s is %s, naming it and what it may be", (name, value) => {
    const rule = settingsTable().find((one) => one.name === name)?.rule ?? "missing";
    expect(() => readEnv({ [name]: value })).toThrow(BadSetting);
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`${name} .*must be `));
    expect(() => readEnv({ [name]: value })).toThrow(rule);
  });

  it("treat an empty value as not set", () => {
    expect(readEnv({ ATTEST_PORT: "" }).port).toBe(3000);
  });
});
