import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { factors, recoverySeries } from "#db/schema/index.ts";
import { Conflict, NotFound, Refused } from "#lib/core/refusals.ts";
import { system } from "#lib/core/system.ts";
import { aMadePasskey, anApp } from "#lib/testing/specimens/factors.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { addPasskey } from "./commands/add-passkey.ts";
import { addTotp } from "./commands/add-totp.ts";
import { retireFactor } from "./commands/retire-factor.ts";
import { listFactors } from "./queries/list-factors.ts";
import { offerPasskey } from "./queries/offer-passkey.ts";
import { isAttested } from "./rules/passkey.ts";
import { sealOffer } from "./rules/offer.ts";
import { aPasskey, type Odd } from "./testing/authenticator.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});
afterEach(() => world.close());

const MINUTE_MS = 60_000;
const rows = () => world.fresh.store.read.select().from(factors);
const offered = () => world.ask("investigator", offerPasskey, {});
const add = (input: Awaited<ReturnType<typeof aMadePasskey>>, label: string | null = null) =>
  world.do("investigator", addPasskey, { ...input, label });
const ruleOf = async (act: Promise<unknown>): Promise<string> => {
  const error: unknown = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof Conflict || error instanceof Refused
    ? error.rule
    : error instanceof NotFound
      ? "not_found"
      : "none";
};

describe("connecting a passkey", () => {
  it("keeps its public key under the name that its owner gave, with recovery codes when it is the first", async () => {
    const passkey = aPasskey();
    const { id } = await add(await aMadePasskey(world, "investigator", passkey), "work laptop");
    const [row] = await rows();
    expect(row).toMatchObject({ id, kind: "passkey", credentialId: passkey.id, signCount: 0, secret: null });
    const { factors: held, codesLeft } = await world.ask("investigator", listFactors, {});
    expect(held).toMatchObject([{ id, kind: "passkey", label: "work laptop" }]);
    expect(codesLeft).toBe(10);
    expect(await world.fresh.store.read.$count(recoverySeries)).toBe(1);
  });

  it("asks for somebody whom the device knows, and for nothing that says who it is", async () => {
    const passkey = aPasskey();
    await add(await aMadePasskey(world, "investigator", passkey));
    const { creation } = await offered();
    expect(creation).toMatchObject({
      rp: { id: "localhost" },
      attestation: "none",
      authenticatorSelection: { userVerification: "required", residentKey: "discouraged" },
      excludeCredentials: [{ type: "public-key", id: passkey.id }],
    });
    expect(JSON.stringify(creation)).not.toContain(world.person("investigator").accountId);
    const handles = [creation, (await offered()).creation].map(({ user }) => user.id);
    expect(handles[0]).toBe(handles[1]);
    const other = await world.ask("reviewer", offerPasskey, {});
    expect(other.creation.user.id).not.toBe(handles[0]);
    expect(other.creation.excludeCredentials).toEqual([]);
  });

  it.each<[string, Odd]>([
    ["on another origin", { origin: "https://attest.example" }],
    ["on another port of this host", { origin: "http://localhost:4000" }],
    ["for another host", { rpId: "attest.example" }],
    ["by nobody whom the device knows", { unverified: true }],
  ])("takes none that was made %s", async (_, odd) => {
    const { offer, creation } = await offered();
    const passkey = aPasskey().made(creation.challenge, odd);
    expect(await ruleOf(add({ offer, passkey }))).toBe("factor.passkey_wrong");
    expect(await rows()).toEqual([]);
  });

  it("takes none for another challenge, none that was shown instead of made, and none under another id", async () => {
    const { offer, creation } = await offered();
    const other = await offered();
    const passkey = aPasskey();
    const made = passkey.made(creation.challenge);
    const { clientDataJSON } = passkey.shown(creation.challenge);
    for (const wrong of [
      passkey.made(other.creation.challenge),
      { ...made, clientDataJSON },
      { ...made, id: aPasskey().id },
      { ...made, attestationObject: "AAAA" },
    ])
      expect(await ruleOf(add({ offer, passkey: wrong }))).toBe("factor.passkey_wrong");
    expect(await ruleOf(add({ offer, passkey: made }))).toBe("none");
  });

  it("takes one that vouches for itself, and none with certificates, for which the server would have to look elsewhere", async () => {
    const { offer, creation } = await offered();
    const passkey = aPasskey();
    const certified = passkey.made(creation.challenge, {}, "maker");
    expect(await isAttested(certified.attestationObject)).toBe(true);
    expect(await ruleOf(add({ offer, passkey: certified }))).toBe("factor.passkey_wrong");
    expect(await ruleOf(add({ offer, passkey: passkey.made(creation.challenge, {}, "itself") }))).toBe(
      "none",
    );
  });

  it("takes one an offer, within ten minutes, from whom it was made for", async () => {
    const input = await aMadePasskey(world, "investigator");
    expect(await ruleOf(world.do("reviewer", addPasskey, input))).toBe("not_found");
    world.pass(11 * MINUTE_MS);
    expect(await ruleOf(add(input))).toBe("factor.passkey_over");
    const { offer, creation } = await offered();
    const later = { accountId: world.person("investigator").accountId, ever: 0, at: world.now() + MINUTE_MS };
    const future = sealOffer((await system()).keys, later);
    expect(await ruleOf(add({ ...input, offer: future }))).toBe("factor.passkey_over");
    expect(await ruleOf(add({ ...input, offer: "made-up" }))).toBe("factor.passkey_over");
    await add({ offer, passkey: aPasskey().made(creation.challenge) });
    expect(await ruleOf(add({ offer, passkey: aPasskey().made(creation.challenge) }))).toBe(
      "factor.passkey_over",
    );
    expect(await rows()).toHaveLength(1);
  });

  it("takes none twice, whoever brings it, and none that was retired", async () => {
    const passkey = aPasskey();
    const { id } = await add(await aMadePasskey(world, "investigator", passkey));
    const again = await aMadePasskey(world, "reviewer", passkey);
    expect(await ruleOf(world.do("reviewer", addPasskey, again))).toBe("factor.passkey_known");
    await world.do("investigator", addTotp, await anApp(world));
    await world.do("investigator", retireFactor, { factorId: id });
    expect((await offered()).creation.excludeCredentials).toEqual([]);
    expect(await ruleOf(add(await aMadePasskey(world, "investigator", passkey)))).toBe(
      "factor.passkey_known",
    );
  });

  it("is never taken out of use as the last factor", async () => {
    const { id } = await add(await aMadePasskey(world, "investigator"));
    expect(await ruleOf(world.do("investigator", retireFactor, { factorId: id }))).toBe("factor.last");
  });
});
