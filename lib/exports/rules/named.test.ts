import { describe, expect, it } from "vitest";
import { type PersonForKey, saysMoreThanNames, whyNotNamed } from "./named.ts";

const PERSON: PersonForKey = {
  isRetracted: false,
  keptByGate: null,
  hasTold: true,
  isAnonymous: false,
  identity: { isShredded: false, hasNames: true },
};
const KEPT = { rule: "consent.form_exceeded", changeableBy: "witness" } as const;

describe("a key to codes", () => {
  it("names whoever told it, may be named for all of it, and whose name is kept", () => {
    const rules = (changes: Partial<PersonForKey>) => whyNotNamed({ ...PERSON, ...changes })?.rule ?? null;
    expect(rules({})).toBe(null);
    expect(rules({ isRetracted: true })).toBe("release.retracted");
    expect(rules({ hasTold: false })).toBe("consent.not_asked");
    // What they said before what is on record of them.
    expect(rules({ keptByGate: KEPT, identity: null })).toBe("consent.form_exceeded");
    expect(rules({ isAnonymous: true, identity: null })).toBe("vault.anonymous");
    expect(rules({ identity: null })).toBe("vault.none");
    expect(rules({ identity: { isShredded: true, hasNames: false } })).toBe("vault.shredded");
    expect(rules({ identity: { isShredded: false, hasNames: false } })).toBe("vault.no_name");
  });

  it("is not written where a name says more than how somebody is called", () => {
    const entry = { code: "W-1", name: "Rana Example", otherNames: ["the baker  +963 944 55 66 77"] };
    expect(saysMoreThanNames([entry], ["+963 944 55 66 77"])).toBe(true);
    expect(saysMoreThanNames([entry], ["THE BAKER +963"])).toBe(true);
    expect(saysMoreThanNames([entry], ["+963 944 00 00 00", "two sisters", "", "Rana"])).toBe(false);
    expect(saysMoreThanNames([], ["+963 944 55 66 77"])).toBe(false);
  });
});
