import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { BadSetting, badSettings, readEnv, settingsTable } from "./env.ts";

const WITNESS = "witness.example.org+d911b8da+BIqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c";
const LOG = "attest/lg_other+dfdff6f0+AYE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU";

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
    ["ATTEST_OIDC_ISSUER", "id.example.org"],
    ["ATTEST_OIDC_ISSUER", "http://id.example.org"],
    ["ATTEST_OIDC_ISSUER", "https://somebody@id.example.org"],
    ["ATTEST_OIDC_NAME", "x".repeat(61)],
  ])("stop the program when %s is %s, naming it and what it may be", (name, value) => {
    const rule = settingsTable().find((one) => one.name === name)?.rule ?? "missing";
    expect(() => readEnv({ [name]: value })).toThrow(BadSetting);
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`${name} .*must be `));
    expect(() => readEnv({ [name]: value })).toThrow(rule);
  });

  it("treat an empty value as not set", () => {
    expect(readEnv({ ATTEST_PORT: "" }).port).toBe(3000);
  });

  const provider = {
    ATTEST_OIDC_ISSUER: "https://id.example.org/realms/attest",
    ATTEST_OIDC_CLIENT_ID: "attest",
    ATTEST_OIDC_CLIENT_SECRET: "zq secret",
  };

  it("name a provider for signing in by its host, unless people call it something else", () => {
    expect(readEnv({}).openId).toBeNull();
    expect(readEnv(provider).openId).toMatchObject({ clientId: "attest", name: "id.example.org" });
    expect(readEnv({ ...provider, ATTEST_OIDC_NAME: "Example ID" }).openId?.name).toBe("Example ID");
    const here = { ...provider, ATTEST_OIDC_ISSUER: "http://localhost:4000" };
    expect(readEnv(here).openId?.issuer).toBe("http://localhost:4000");
  });

  it.each(Object.keys(provider))(
    "stop the program where of a provider %s alone is missing, and tell no secret",
    (name) => {
      const half = { ...provider, [name]: "" };
      expect(() => readEnv(half)).toThrow(`${name} is missing`);
      expect(badSettings(half)).toEqual([expect.stringContaining(`${name} is missing`) as string]);
      expect(badSettings(half).join()).not.toContain("zq");
    },
  );

  it("stop the program where a provider has nothing but a name", () => {
    expect(() => readEnv({ ATTEST_OIDC_NAME: "Example ID" })).toThrow(BadSetting);
  });

  const places = {
    ATTEST_TIMESTAMP_URL: "http://time.example.org/tsa",
    ATTEST_TIMESTAMP_CA: "time-ca.pem",
    ATTEST_WITNESSES: `https://one.example.org/api/witness ${WITNESS},\nhttps://two.example.org ${WITNESS}`,
    ATTEST_WITNESS_NAME: "witness.example.org",
    ATTEST_WITNESSED_LOGS: `attest/lg_other ${LOG}`,
  };

  it("name who stamps and countersigns the log, and whose logs are countersigned", () => {
    expect(readEnv({})).toMatchObject({ timestamp: null, witnesses: [], witness: null });
    expect(readEnv(places)).toMatchObject({
      timestamp: { url: "http://time.example.org/tsa", caFile: resolve("time-ca.pem") },
      witnesses: [
        { url: "https://one.example.org/api/witness", vkey: WITNESS },
        { url: "https://two.example.org", vkey: WITNESS },
      ],
      witness: { name: "witness.example.org", logs: [{ origin: "attest/lg_other", vkey: LOG }] },
    });
  });

  it.each([
    ["ATTEST_TIMESTAMP_URL", "ftp://time.example.org"],
    ["ATTEST_TIMESTAMP_URL", "https://me:secret@time.example.org"],
    ["ATTEST_WITNESSES", "https://one.example.org"],
    ["ATTEST_WITNESSES", `https://one.example.org ${LOG}`],
    ["ATTEST_WITNESSES", `https://one.example.org ${WITNESS.replace("+", "x+")}`],
    ["ATTEST_WITNESSES", `https://one.example.org ${WITNESS}, https://one.example.org ${WITNESS}`],
    ["ATTEST_WITNESSES", `https://one.example.org ${WITNESS} more`],
    ["ATTEST_WITNESSED_LOGS", `attest/lg_third ${LOG}`],
    ["ATTEST_WITNESSED_LOGS", `attest/lg_other ${LOG.slice(0, -1)}`],
    ["ATTEST_WITNESS_NAME", "two words"],
  ])("stop the program when of the places of the log %s is %s", (name, value) => {
    expect(() => readEnv({ ...places, [name]: value })).toThrow(new RegExp(`${name} .*must be `));
  });

  it.each(["ATTEST_TIMESTAMP_URL", "ATTEST_TIMESTAMP_CA", "ATTEST_WITNESS_NAME"])(
    "stop the program where another setting needs %s and it is missing",
    (name) => {
      const half = { ...places, [name]: "" };
      expect(() => readEnv(half)).toThrow(`${name} is missing`);
      expect(badSettings(half)).toEqual([expect.stringContaining(`${name} is missing`) as string]);
    },
  );
});
