import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Role, rolesWith } from "#lib/access/permissions.ts";
import { ask } from "#lib/core/ask.ts";
import { NotFound, Refused } from "#lib/core/refusals.ts";
import type { Query } from "#lib/core/query.ts";
import { queries } from "#lib/registry.ts";
import { inThisLane } from "./testing/lane.ts";
import { querySpecimens } from "./testing/specimens/index.ts";
import { aWorld, MARKER, type PersonKey, type World } from "./testing/world.ts";

let world: World;

/** Everything a caller gets to see: the answer, or the whole error. */
async function heard(act: Promise<unknown>): Promise<{ text: string; error: unknown }> {
  try {
    return { text: JSON.stringify(await act), error: null };
  } catch (error) {
    const { name, message, ...rest } = error as Error;
    return { text: JSON.stringify({ name, message, ...rest }), error };
  }
}

describe("what a stranger learns from every query", () => {
  it("has a specimen for each, and none for what is not registered", () => {
    expect(querySpecimens.map((one) => one.query.name).toSorted()).toEqual(
      queries.map((one) => one.name).toSorted(),
    );
  });

  describe.each(
    inThisLane(querySpecimens, process.env["ATTEST_LONG"]).map((one) => [one.query.name, one] as const),
  )("%s", (_, { query, as, input, showsMarker, isRandom }) => {
    let asked: Record<string, unknown>;
    beforeAll(async () => {
      world = await aWorld();
      asked = await input(world);
    });
    afterAll(() => world.close());

    it("shows an insider what is there, so that this sweep can fail", async () => {
      const answer = await heard(ask(query, world.person(as), asked));
      expect(answer.error).toBeNull();
      if (showsMarker) expect(answer.text).toContain(MARKER);
    });

    it("shows nobody outside the case any of its texts, in an answer or in an error", async () => {
      for (const outsider of outsidersOf(query)) {
        const { text, error } = await heard(ask(query, world.person(outsider), asked));
        expect(text, outsider).not.toContain(MARKER);
        if (error) expect(error instanceof NotFound || error instanceof Refused, text).toBe(true);
      }
    });

    it.skipIf(isRandom)(
      "answers a stranger about the hidden case as about one that does not exist, however much it holds",
      async () => {
        const elsewhere = JSON.parse(JSON.stringify(asked), (_key, value: unknown) =>
          absent(value),
        ) as unknown;
        const hidden = await heard(ask(query, world.person("stranger"), asked));
        expect(hidden.text).toBe((await heard(ask(query, world.person("stranger"), elsewhere))).text);
        await input(world);
        expect((await heard(ask(query, world.person("stranger"), asked))).text).toBe(hidden.text);
      },
    );
  });
});

/** People who may see nothing of a case. The register of cases and members is the administrator's own work. */
function outsidersOf(query: Query): PersonKey[] {
  const everywhere: Role[] = ["administrator", "auditor"];
  return [
    "stranger",
    "newcomer",
    ...everywhere.filter((role) => !rolesWith(query.permission).includes(role)),
  ] as PersonKey[];
}

/** The same question about ids that never existed. */
const absent = (value: unknown): unknown =>
  typeof value === "string" && /^[a-z]{1,2}_[0-9A-Za-z]{22}$/.test(value)
    ? `${value.slice(0, -6)}AbSeNt`
    : value;
