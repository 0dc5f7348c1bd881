import { amendIdentity } from "#lib/vault/commands/amend-identity.ts";
import { approveReveal } from "#lib/vault/commands/approve-reveal.ts";
import { approveShred } from "#lib/vault/commands/approve-shred.ts";
import { demandSecondPerson } from "#lib/vault/commands/demand-second-person.ts";
import { endAnonymity } from "#lib/vault/commands/end-anonymity.ts";
import { recordIdentity } from "#lib/vault/commands/record-identity.ts";
import { refuseReveal } from "#lib/vault/commands/refuse-reveal.ts";
import { refuseShred } from "#lib/vault/commands/refuse-shred.ts";
import { requestReveal } from "#lib/vault/commands/request-reveal.ts";
import { requestShred } from "#lib/vault/commands/request-shred.ts";
import { revealIdentity } from "#lib/vault/commands/reveal-identity.ts";
import { stayAnonymous } from "#lib/vault/commands/stay-anonymous.ts";
import { listReveals } from "#lib/vault/queries/list-reveals.ts";
import { readIdentity } from "#lib/vault/queries/read-identity.ts";
import { readRevealed } from "#lib/vault/queries/read-revealed.ts";
import { seekPerson } from "#lib/vault/queries/seek-person.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";
import { aWitness } from "./witnesses.ts";

/** Who somebody is, with the marker in every text. */
export const identity = (world: World) => ({
  name: world.marked("Rana Example"),
  aliases: [{ alias: world.marked("the baker") }],
  phones: [{ phone: "+963 000 000 001" }],
  emails: [{ email: `${world.marked("mail").replaceAll(" ", ".")}@example.org` }],
  address: world.marked("the blue door"),
  relatives: world.marked("two sisters"),
  papers: [{ paper: world.marked("P-1") }],
  likeness: world.marked("a low voice"),
});

/** A witness whose identity is on record. */
export async function anIdentity(world: World, changes: Record<string, unknown> = {}) {
  const { id: personId } = await aWitness(world);
  const { id: identityId } = await world.do("investigator", recordIdentity, {
    ...identity(world),
    personId,
    ...changes,
  });
  return { personId, identityId };
}

/** A protection officer opened an identity. */
export async function aReveal(world: World) {
  const { identityId, personId } = await anIdentity(world);
  const { id: revealId } = await world.do("protection_officer", revealIdentity, {
    identityId,
    reasonCode: "contact",
  });
  return { identityId, personId, revealId };
}

/** A protection officer asks to open an identity that takes a second person. */
export async function askedToReveal(world: World) {
  const { identityId, personId } = await anIdentity(world, { demandsSecond: true });
  const why = world.marked("they asked us to call");
  const asked = { identityId, reasonCode: "other" as const, why };
  const { id: revealId } = await world.do("protection_officer", requestReveal, asked);
  return { identityId, personId, revealId, version: 1 };
}

/** A protection officer asks that an identity be destroyed. */
export async function askedToShred(world: World) {
  const { identityId, personId } = await anIdentity(world);
  const asked = { identityId, ground: "asked" as const, reason: world.marked("she wrote to us") };
  const { id: shredId } = await world.do("protection_officer", requestShred, asked);
  return { identityId, personId, shredId, version: 1 };
}

export const vaultSpecimens: Specimens = {
  commands: [
    {
      command: recordIdentity,
      as: "investigator",
      input: async (world) => ({ ...identity(world), personId: (await aWitness(world)).id }),
    },
    {
      command: amendIdentity,
      as: "investigator",
      async input(world) {
        const { identityId } = await anIdentity(world);
        return { identityId, seen: 1, name: world.marked("Rana Other"), clear: ["papers"] };
      },
    },
    {
      command: revealIdentity,
      as: "protection_officer",
      async input(world) {
        const { identityId } = await anIdentity(world);
        return { identityId, reasonCode: "other", why: world.marked("they asked us to call") };
      },
    },
    {
      command: requestReveal,
      as: "protection_officer",
      async input(world) {
        const { identityId } = await anIdentity(world, { demandsSecond: true });
        return { identityId, reasonCode: "other", why: world.marked("they asked us to call") };
      },
    },
    {
      command: approveReveal,
      as: "senior_reviewer",
      async input(world) {
        const { revealId, version } = await askedToReveal(world);
        return { revealId, version };
      },
    },
    {
      command: refuseReveal,
      as: "senior_reviewer",
      async input(world) {
        const { revealId, version } = await askedToReveal(world);
        return { revealId, version, reason: world.marked("not now") };
      },
    },
    {
      command: stayAnonymous,
      as: "investigator",
      input: async (world) => ({ personId: (await aWitness(world)).id }),
    },
    {
      command: endAnonymity,
      as: "protection_officer",
      async input(world) {
        const { id: personId } = await aWitness(world);
        const { id: anonymityId } = await world.do("investigator", stayAnonymous, { personId });
        return { anonymityId, version: 1, reason: world.marked("she wants to be known") };
      },
    },
    {
      command: demandSecondPerson,
      as: "protection_officer",
      input: ({ caseId }) => Promise.resolve({ caseId }),
    },
    {
      command: requestShred,
      as: "protection_officer",
      async input(world) {
        const { identityId } = await anIdentity(world);
        return { identityId, ground: "asked", reason: world.marked("she wrote to us") };
      },
    },
    {
      command: approveShred,
      as: "senior_reviewer",
      async input(world) {
        const { shredId, version } = await askedToShred(world);
        return { shredId, version };
      },
    },
    {
      command: refuseShred,
      as: "senior_reviewer",
      async input(world) {
        const { shredId, version } = await askedToShred(world);
        return { shredId, version, reason: world.marked("a trial begins") };
      },
    },
  ],
  queries: [
    {
      query: readIdentity,
      as: "investigator",
      input: async (world) => ({ personId: (await aReveal(world)).personId }),
      // Codes, days and people of the house alone.
      showsMarker: false,
    },
    {
      query: readRevealed,
      as: "protection_officer",
      input: async (world) => ({ revealId: (await aReveal(world)).revealId }),
      showsMarker: true,
    },
    {
      query: seekPerson,
      as: "investigator",
      async input(world) {
        await anIdentity(world);
        return { caseId: world.caseId, phone: "00963 000 000 001", name: world.marked("Rana Example") };
      },
      showsMarker: true,
    },
    {
      query: listReveals,
      as: "senior_reviewer",
      async input(world) {
        await askedToReveal(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
  ],
};
