/** Who is let in at which door: the matrix of lib/matrix.db.test.ts, asked from outside. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ownRole, rolesWith } from "#lib/access/permissions.ts";
import { beginSession } from "#lib/accounts/commands/begin-session.ts";
import { execute } from "#lib/core/execute.ts";
import { closedTo } from "#lib/testing/apart.ts";
import { type Asker, aCrowd } from "#lib/testing/crowd.ts";
import {
  type Behind,
  behindTheDoors,
  doorSpecimens,
  type DoorSpecimen,
  sent,
} from "#lib/testing/door-specimens.ts";
import { signedIn } from "#lib/testing/doors.ts";
import { inThisLane } from "#lib/testing/lane.ts";
import { commandSpecimens, querySpecimens } from "#lib/testing/specimens/index.ts";
import { type Specimen, verbOf, verdictOf } from "#lib/testing/verdict.ts";
import { aWorld, type World } from "#lib/testing/world.ts";
import { commandDoor, queryDoor } from "./door.ts";

const cookie = vi.hoisted(() => ({ sid: "" }));
vi.mock("#lib/auth/session-cookie.ts", () => ({ sessionInCookie: async () => cookie.sid || null }));

const SAMPLE = 100;
/** What only the program itself does has no door. */
const INSIDE = [
  "session.begin",
  "account.create",
  "account.grantRole",
  "factor.forget",
  "invitation.accept",
  "invitation.mail",
  "invitation.failMail",
  "contact.usePermit",
  "member.handOver",
  "testimony.attach",
  "export.assemble",
  "export.finish",
  "export.fail",
  "pseudonymKey.assemble",
  "record.shred",
  "keys.change",
];

interface Knocker {
  asker: Asker;
  sid: string;
}
let world: World;
let behind: Behind;
const knockers: Knocker[] = [];

beforeAll(async () => {
  world = await aWorld();
  await signedIn(world, "investigator"); // sets the settings that the doors read
  for (const asker of await aCrowd(world)) {
    if (asker.caller.kind !== "person") continue; // a job knocks at no door
    // Without a session there is nothing to knock with, and whoever is no longer here begins none.
    const { session } = asker.caller;
    if (session === null && !asker.live) continue;
    knockers.push({
      asker,
      sid:
        session ?? (await execute(beginSession, asker.caller, { factor: "totp", replaces: null })).sessionId,
    });
  }
  const nobody = { ...(knockers[0] as Knocker).asker, who: "nobody", roles: [], live: false };
  knockers.push({ asker: nobody, sid: "" }, { asker: nobody, sid: "s_0000000000000000000000" });
  behind = await behindTheDoors(world);
});
afterAll(() => world.close());

/** What an answer says, in a word. */
async function heard(answer: Response): Promise<string> {
  const text = await answer.text();
  if (answer.status === 403) return `403 ${(JSON.parse(text) as { rule: string }).rule}`;
  return String(answer.status);
}

/** What the table of permissions says that somebody hears at a door; null where they are let in. */
function expected({ roles, live }: Asker, { permission, sight, about }: DoorSpecimen): string | null {
  const holds = (of = permission) => rolesWith(of).some((role) => role === ownRole || roles.includes(role));
  if (!live) return "401";
  if (holds()) return null;
  return about === undefined || (sight && holds(sight)) ? "403 role.missing" : "404";
}

describe("the door", () => {
  it.each(Object.entries(doorSpecimens))("%s opens to whom it may, and to nobody else", async (_, door) => {
    for (const { asker, sid } of knockers) {
      cookie.sid = sid;
      const answer = await heard(await door.knock(door.about ? behind[door.about] : ""));
      const refused = expected(asker, door);
      if (refused === null) expect(["200", "409"], asker.who).toContain(answer);
      else expect(answer, asker.who).toBe(refused);
    }
  });
});

describe("a sample of the matrix, through the doors of all verbs", () => {
  const uses = [...commandSpecimens, ...querySpecimens].filter(({ as }) => as !== "setup");
  const next = numbersFrom(20_310_220);
  const drawn = Array.from({ length: SAMPLE }, () => ({
    use: uses[next(uses.length)] as Specimen,
    who: next(1e6),
  }));

  it.each(inThisLane(drawn, process.env["ATTEST_LONG"]).map((one) => [verbOf(one.use).name, one] as const))(
    "%s",
    async (name, { use, who }) => {
      const { asker, sid } = knockers[who % knockers.length] as Knocker;
      const base = world;
      world = await base.again();
      try {
        const input = await use.input(world);
        const { kind } = verbOf(use);
        cookie.sid = sid;
        const body = sent("POST", {
          input,
          ...(kind === "command" ? { requestId: crypto.randomUUID() } : {}),
        });
        const answer = await heard(await (kind === "command" ? commandDoor : queryDoor)(name, body));
        const isClosed = (await closedTo(world, input))(asker);
        const verdict =
          INSIDE.includes(name) && asker.live ? "absent" : verdictOf(use, asker, input, undefined, isClosed);
        const sound = { ended: "401", refused: "403 role.missing", absent: "404", empty: "200" };
        if (verdict === "passes") expect(answer, asker.who).toMatch(/^(200|409|403 (?!role\.missing).*)$/);
        else expect(answer, asker.who).toBe(sound[verdict]);
      } finally {
        await world.close();
        world = base;
        base.enter();
      }
    },
  );
});

/** The same numbers from the same seed (a linear congruential generator, Numerical Recipes). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
