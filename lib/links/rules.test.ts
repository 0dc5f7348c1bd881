import { describe, expect, it } from "vitest";
import { linkKinds } from "#db/schema/links.ts";
import { CODEBOOK_LISTS } from "#lib/codebook/lists.ts";
import { newId } from "#lib/core/ids.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { translatorFor } from "#lib/i18n/translate.ts";
import { Invalid } from "#lib/core/refusals.ts";
import { makesPartOf, mustJoinWhatTheKindJoins, mustSayWhatTheKindAsks, pairKeyOf } from "./rules.ts";
import {
  LINK_KINDS,
  LINK_NOUNS,
  LINK_SIDES,
  LinkEndId,
  linkGroupsOf,
  LinkKind,
  linkKindSpec,
  linkNounOf,
} from "./vocabulary.ts";

function problemsOf(act: () => void): string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (error instanceof Invalid) return error.fields.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
}

describe("the kinds of links", () => {
  it("are those that the table of links takes", () => {
    expect(LinkKind.options).toEqual([...linkKinds]);
  });

  it.each(LinkKind.options)("%s has two columns of its own, and words for every role", (kind) => {
    const { columns, from, to, roles, roleWords, symmetricRoles, loopFreeRoles } = linkKindSpec(kind);
    expect(columns.from).toBe(`${from}Id`);
    expect(columns.to.toLowerCase()).toContain(to);
    expect(columns.from).not.toBe(columns.to);
    expect(roleWords === null ? [] : CODEBOOK_LISTS[roleWords]).toEqual(roles);
    for (const role of [...symmetricRoles, ...loopFreeRoles]) expect(roles).toContain(role);
  });

  it("are alleged, and rest on something, wherever they name a suspect", () => {
    const alleged = LinkKind.options.filter((kind) => linkKindSpec(kind).alleged);
    expect(alleged).toEqual(["testimony_suspect", "incident_suspect"]);
    expect(alleged.every((kind) => linkKindSpec(kind).basisRequired)).toBe(true);
  });

  it("stand under headings of both their ends", () => {
    const groups = LINK_NOUNS.flatMap(linkGroupsOf);
    expect(groups).toHaveLength(LinkKind.options.length * 2);
    for (const kind of LinkKind.options) {
      expect(
        groups
          .filter((group) => group.kind === kind)
          .map(({ side }) => side)
          .toSorted(),
      ).toEqual([...LINK_SIDES]);
    }
    expect(linkGroupsOf("incident")).toContainEqual({
      kind: "incident_incident",
      side: "to",
      other: "incident",
    });
  });

  it("have words for every heading and role, in every language", () => {
    for (const locale of LOCALES) {
      const [t, codebook] = [translatorFor(locale, "links"), translatorFor(locale, "codebook")];
      for (const noun of LINK_NOUNS) {
        for (const { kind, side } of linkGroupsOf(noun))
          expect(t.has(`heading.${kind}.${side}`), kind).toBe(true);
      }
      for (const kind of LinkKind.options) {
        const { from, to, roles, roleWords } = linkKindSpec(kind);
        for (const role of roles) {
          expect(codebook.has(`${roleWords}.${role}.label`), role).toBe(true);
          expect(t.has(`reversed.${roleWords}.${role}`), role).toBe(from === to);
        }
      }
    }
  });

  it("know a record's noun by its id", () => {
    for (const noun of LINK_NOUNS) {
      const id = newId(noun);
      expect(linkNounOf(id)).toBe(noun);
      expect(LinkEndId.safeParse(id).success).toBe(true);
    }
    for (const id of [newId("witness"), newId("human"), newId("case"), "t_short"]) {
      expect(LinkEndId.safeParse(id).success).toBe(false);
    }
    expect(linkNounOf(newId("timelineNote"))).toBeNull();
  });
});

describe("the ends of a link", () => {
  it("are records of the kind's nouns, in its direction", () => {
    const [testimony, incident] = [newId("testimony"), newId("incident")];
    const ends = (fromId: string, toId: string) =>
      problemsOf(() => mustJoinWhatTheKindJoins({ kind: "testimony_incident", fromId, toId }));
    expect(ends(testimony, incident)).toEqual([]);
    expect(ends(incident, testimony)).toEqual(["fromId bad_reference", "toId bad_reference"]);
    expect(ends(testimony, newId("actor"))).toEqual(["toId bad_reference"]);
  });

  it("are two", () => {
    const id = newId("incident");
    const self = () => mustJoinWhatTheKindJoins({ kind: "incident_incident", fromId: id, toId: id });
    expect(problemsOf(self)).toEqual(["toId same_record"]);
  });
});

describe("what a link says", () => {
  const nothing = { role: null, basis: null, basisSourceId: null };

  it.each(LinkKind.options)("%s asks for a role where it has roles, and for one of its own", (kind) => {
    const { roles, basisRequired } = LINK_KINDS[kind];
    const asked = problemsOf(() => mustSayWhatTheKindAsks(kind, nothing));
    expect(asked.includes("role required")).toBe(roles.length > 0);
    expect(asked.includes("basis required")).toBe(basisRequired);
    const foreign = () =>
      mustSayWhatTheKindAsks(kind, { ...nothing, role: "no_such_role", basis: "not_stated" });
    expect(problemsOf(foreign)).toEqual(["role bad_choice"]);
    for (const role of roles) mustSayWhatTheKindAsks(kind, { ...nothing, role, basis: "not_stated" });
  });

  it("names the source that is said to say so", () => {
    const said = { ...nothing, basis: "stated_by_source" as const };
    expect(problemsOf(() => mustSayWhatTheKindAsks("incident_place", said))).toEqual([
      "basisSourceId required",
    ]);
    mustSayWhatTheKindAsks("incident_place", { ...said, basisSourceId: newId("source") });
  });

  it("is one with its reverse where the ends are alike, and only there", () => {
    const key = (fromId: string, toId: string, role: string) =>
      pairKeyOf({ kind: "incident_incident", fromId, toId, role });
    expect(key("i_a", "i_b", "same_pattern")).toBe(key("i_b", "i_a", "same_pattern"));
    expect(key("i_a", "i_b", "follows")).not.toBe(key("i_b", "i_a", "follows"));
    expect(key("i_a", "i_b", "follows")).not.toBe(key("i_a", "i_b", "part_of"));
    expect(pairKeyOf({ kind: "incident_place", fromId: "i_a", toId: "pl_b", role: null })).toBe(
      "incident_place:i_a:pl_b:",
    );
  });

  it("makes one record part of another only by being “part of”", () => {
    expect(makesPartOf("incident_incident", "part_of")).toBe(true);
    expect(makesPartOf("actor_actor", "part_of")).toBe(true);
    expect(makesPartOf("incident_incident", "follows")).toBe(false);
    expect(makesPartOf("incident_place", null)).toBe(false);
  });
});
