import { describe, expect, test } from "vitest";
import { anAnswer, anItem, aWorld, HASH, withAnswer } from "../testing/worlds.ts";
import { Condition, CONDITIONS } from "../vocabulary.ts";
import { decisionHash, snapshotHash } from "./gate-hash.ts";
import { GateSnapshot } from "./gate-snapshot.ts";
import { decide } from "./gate.ts";

const parses = (value: unknown): boolean => GateSnapshot.safeParse(value).success;

describe("a snapshot", () => {
  test("keeps a condition that only a newer version knows as it is", () => {
    const world = withAnswer({ conditions: [{ kind: "of_a_newer_version", depth: { of: [2] } }] });
    expect(GateSnapshot.parse(JSON.parse(JSON.stringify(world)))).toEqual(world);
  });

  test("has caps for every class, none of them above the scale", () => {
    const { caps } = aWorld();
    const { media: _, ...rest } = caps;
    expect(parses({ ...aWorld(), caps: rest })).toBe(false);
    expect(parses({ ...aWorld(), caps: { ...caps, media: 6 } })).toBe(false);
    expect(parses({ ...aWorld(), caps: { ...caps, everybody: 1 } })).toBe(false);
  });

  test("asks by country for domestic authorities alone", () => {
    expect(parses(withAnswer({ country: "DE" }))).toBe(false);
    expect(parses(withAnswer({ country: "DE", recipientClass: "domestic_authority" }))).toBe(true);
  });

  test("holds ids and codes where a refusal may show them, never words", () => {
    expect(
      parses(
        aWorld({ item: anItem({ thirdPersons: [{ key: "her uncle", consented: false, redacted: false }] }) }),
      ),
    ).toBe(false);
    expect(parses(aWorld({ hash: HASH.toUpperCase() }))).toBe(false);
  });

  test("has a hash that knows every value and no order", () => {
    const world = withAnswer({ exclusions: ["rc_8", "rc_9"] });
    expect(snapshotHash(withAnswer({ exclusions: ["rc_9", "rc_8"] }))).toBe(snapshotHash(world));
    expect(snapshotHash(withAnswer({ exclusions: ["rc_9", "rc_9"] }))).not.toBe(snapshotHash(world));
    expect(snapshotHash(world)).toMatch(/^[0-9a-f]{64}$/);
  });

  test("is hashed the same for ever", () => {
    expect(snapshotHash(aWorld())).toBe("12eb677c84fe3ea2e58f1b27b845d78c7e126199de1a9d8d58c5abe36b5f10c6");
    expect(decisionHash(decide(aWorld()))).toBe(
      "be28afc03cba55585ba89a3de25f383a2003cb97c764439e0c4e910f3ed3cd56",
    );
  });
});

describe("conditions", () => {
  test("are of the listed kinds, each of them once", () => {
    const kinds = Condition.options.map((option) => option.shape.kind.value);
    expect(kinds).toEqual([...CONDITIONS]);
    expect(anAnswer().conditions).toEqual([]);
  });
});
