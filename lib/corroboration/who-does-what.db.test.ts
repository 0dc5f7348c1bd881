/**
 * Every role × every move of a finding and of an appeal × every part that a person can have in the matter, by the commands
 * themselves: what each hears stands in a table. A part is a human's, whichever account they come by.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { caseRoles } from "#lib/access/permissions.ts";
import type { Command } from "#lib/core/command.ts";
import { execute } from "#lib/core/execute.ts";
import { rehearse } from "#lib/core/rehearse.ts";
import { soundOf } from "#lib/testing/verdict.ts";
import { aSecondSenior, lodged } from "#lib/testing/specimens/appeals.ts";
import { anAccount, anAllegation, linked } from "#lib/testing/specimens/corroboration.ts";
import {
  approved,
  asked,
  drafted,
  findingFields,
  submitted,
  taken,
} from "#lib/testing/specimens/findings.ts";
import { aWorld, type Person, type PersonKey, type World } from "#lib/testing/world.ts";
import { amendFinding } from "./commands/amend-finding.ts";
import { approveFinding } from "./commands/approve-finding.ts";
import { contestFinding } from "./commands/contest-finding.ts";
import { decideAppeal } from "./commands/decide-appeal.ts";
import { draftFinding } from "./commands/draft-finding.ts";
import { lodgeAppeal } from "./commands/lodge-appeal.ts";
import { resolveFinding } from "./commands/resolve-finding.ts";
import { returnFinding } from "./commands/return-finding.ts";
import { secondFinding } from "./commands/second-finding.ts";
import { submitFinding } from "./commands/submit-finding.ts";
import { takeAppealSeat } from "./commands/take-appeal-seat.ts";
import { takeFinding } from "./commands/take-finding.ts";
import { takeOverFinding } from "./commands/take-over-finding.ts";

/** Whose human has which part; nobody else has one. */
const PARTS = {
  author: "investigator",
  link_author: "investigator2",
  interviewer: "legal_officer2",
  interpreter: "protection_officer",
  first_approver: "reviewer",
  second_approver: "senior_reviewer",
  panel: "reviewer2",
  none: "stranger",
} as const satisfies Record<string, PersonKey>;
type Part = keyof typeof PARTS;
const EVERY_PART = Object.keys(PARTS) as Part[];
const OUTSIDE = ["administrator", "auditor", "newcomer", "stranger"] as const;

const REVIEWING = ["reviewer", "senior_reviewer"] as const;
const DONE = "answered";
const EXCLUDED = {
  author: "Refused finding.reviewer_is_author",
  link_author: "Refused finding.approver_made_link",
  interviewer: "Refused finding.reviewer_is_interviewer",
  interpreter: "Refused finding.reviewer_is_interpreter",
} as const;
const ANOTHER = "Refused finding.not_that_reviewer";
const INVOLVED = "Refused appeal.panel_was_involved";
const APPROVERS = {
  first_approver: "Refused finding.resolver_is_approver",
  second_approver: "Refused finding.resolver_is_approver",
} as const;

/** For each move: in which state it is tried, which roles carry it, and what each part hears; the rest hears `otherwise`. */
const TABLE = {
  amend: { of: "draft", roles: ["investigator"], otherwise: "Refused finding.not_the_author", author: DONE },
  submit: { of: "draft", roles: ["investigator"], otherwise: "Refused finding.not_the_author", author: DONE },
  takeOver: { of: "draft", roles: ["investigator"], otherwise: "Conflict finding.author_is_here" },
  take: { of: "submitted", roles: REVIEWING, otherwise: DONE, ...EXCLUDED },
  approve: { of: "in_review", roles: REVIEWING, otherwise: ANOTHER, first_approver: DONE },
  return: { of: "in_review", roles: REVIEWING, otherwise: ANOTHER, first_approver: DONE },
  second: {
    of: "first_approved",
    roles: REVIEWING,
    otherwise: DONE,
    ...EXCLUDED,
    first_approver: "Refused finding.second_is_first",
  },
  giveBack: {
    of: "first_approved",
    roles: REVIEWING,
    otherwise: DONE,
    ...EXCLUDED,
    first_approver: "Refused finding.second_is_first",
  },
  contest: {
    of: "approved",
    roles: ["investigator", ...REVIEWING, "legal_officer", "protection_officer"],
    otherwise: DONE,
  },
  draft: { of: "approved", roles: ["investigator"], otherwise: DONE },
  resolve: { of: "contested", roles: REVIEWING, otherwise: DONE, ...EXCLUDED, ...APPROVERS },
  refute: {
    of: "contested",
    roles: REVIEWING,
    otherwise: "Conflict finding.refutation_not_proposed",
    ...EXCLUDED,
    ...APPROVERS,
  },
  // Withdrawing approves nothing: whoever linked evidence may.
  withdraw: {
    of: "contested",
    roles: REVIEWING,
    otherwise: DONE,
    ...EXCLUDED,
    ...APPROVERS,
    link_author: DONE,
  },
  lodge: { of: "approved", roles: ["legal_officer", "protection_officer"], otherwise: DONE },
  lodgeOwn: {
    of: "approved",
    roles: ["investigator"],
    also: ["legal_officer", "protection_officer"],
    otherwise: "Refused appeal.appellant_not_entitled",
    author: DONE,
  },
  takeSeat: {
    of: "lodged",
    roles: ["senior_reviewer"],
    otherwise: INVOLVED,
    panel: DONE,
    none: DONE,
  },
  vote: { of: "in_panel", roles: ["senior_reviewer"], otherwise: "Refused appeal.not_on_panel", panel: DONE },
  reviewHeard: {
    of: "heard",
    roles: REVIEWING,
    otherwise: DONE,
    ...EXCLUDED,
    panel: "Refused finding.approver_on_panel",
  },
} as const;
type Move = keyof typeof TABLE;
const MOVES = Object.keys(TABLE) as Move[];
type State = (typeof TABLE)[Move]["of"];

interface At {
  id: string;
  version: number;
}
let world: World;
const findingsIn = new Map<string, At>();
const appealsIn = new Map<string, At>();
let allegationOf: Map<string, string>;

const reason = "looked at again";
const person = (account: PersonKey, human: PersonKey): Person => ({
  ...world.person(account),
  humanId: world.person(human).humanId,
});
const act = ({ id, version }: At) => ({ findingId: id, version });

/** A finding on an individual, so that two must approve it, whose parts are those of the cast. */
async function anAllegationOfAll() {
  const people = (["interviewer", "interpreter"] as const).map((role) => ({
    role,
    accountId: world.person(PARTS[role]).accountId,
    description: null,
  }));
  const { id } = await anAllegation(world);
  const statement = await anAccount(world, { testimony: { people } });
  await linked(world, statement.id, id, { facets: ["individual"], as: PARTS.link_author });
  return id;
}

beforeAll(async () => {
  world = await aWorld();
  // Whoever sits on a panel is a senior reviewer, also by another account than the one they come by.
  await world.do("administrator", admitMember, {
    caseId: world.caseId,
    accountId: world.person(PARTS.panel).accountId,
    role: "senior_reviewer",
    expiresAt: null,
  });
  allegationOf = new Map();
  const facet = { facet: "individual" } as const;
  const place = async (state: string, made: (allegationId: string) => Promise<At>) => {
    const allegationId = await anAllegationOfAll();
    allegationOf.set(state, allegationId);
    findingsIn.set(state, await made(allegationId));
  };
  const standing = async (id: string): Promise<At> =>
    world.do(PARTS.second_approver, secondFinding, asked(await approved(world, id, facet)));
  await place("draft", (id) => drafted(world, id, facet));
  await place("submitted", (id) => submitted(world, id, facet));
  await place("in_review", (id) => taken(world, id, facet));
  await place("returned", async (id) =>
    world.do("reviewer", returnFinding, { ...act(await taken(world, id, facet)), comment: "who else?" }),
  );
  await place("first_approved", (id) => approved(world, id, facet));
  await place("approved", standing);
  const contested = async (id: string) =>
    world.do("legal_officer", contestFinding, { ...act(await standing(id)), reason });
  await place("contested", contested);
  await place("withdrawn", async (id) => {
    const gone = { ...act(await contested(id)), reason, outcome: "withdrawn" as const };
    return world.do("reviewer2", resolveFinding, gone);
  });
  await place("lodged", standing);
  appealsIn.set("lodged", await lodged(world, findingsIn.get("lodged")?.id ?? ""));
  await place("in_panel", standing);
  const { id } = findingsIn.get("in_panel") ?? { id: "" };
  const { id: appealId, version } = await lodged(world, id);
  const seat = { appealId, conflict: "no" as const };
  const first = await execute(takeAppealSeat, person("senior_reviewer", PARTS.panel), { ...seat, version });
  const other = await aSecondSenior(world);
  appealsIn.set("in_panel", await execute(takeAppealSeat, other, { ...seat, version: first.version }));
  await place("heard", standing);
  const heard = await lodged(world, findingsIn.get("heard")?.id ?? "");
  await execute(takeAppealSeat, person("senior_reviewer", PARTS.panel), {
    appealId: heard.id,
    version: heard.version,
    conflict: "no",
  });
  findingsIn.set("heard", await submitted(world, allegationOf.get("heard") ?? "", facet));
});
afterAll(() => world.close());

const at = (state: string): At => {
  const found = findingsIn.get(state);
  if (!found) throw new Error(`nothing is ${state}`);
  return found;
};

/** The command of a move and what is sent with it, on the finding in a state. */
function asSent(move: Move, state: string): [Command, z.input<Command["input"]>] {
  const finding = at(state);
  const settled = { ...asked(finding), reason };
  const concluded = { determination: 1, standard: "none", reasoning: "one, not seen clearly" };
  const lodging = { findingId: finding.id, ground: "procedure", groundWords: null, reasons: reason };
  const appeal = appealsIn.get(state) ?? { id: "", version: 0 };
  const ofAppeal = { appealId: appeal.id, version: appeal.version };
  switch (move) {
    case "amend":
      return [amendFinding, { ...findingFields(world), ...act(finding) }];
    case "submit":
      return [submitFinding, act(finding)];
    case "takeOver":
      return [takeOverFinding, act(finding)];
    case "take":
    case "reviewHeard":
      return [takeFinding, asked(finding)];
    case "approve":
      return [approveFinding, act(finding)];
    case "return":
    case "giveBack":
      return [returnFinding, { ...act(finding), comment: "who else?" }];
    case "second":
      return [secondFinding, asked(finding)];
    case "contest":
      return [contestFinding, { ...act(finding), reason }];
    case "draft":
      return [
        draftFinding,
        { ...findingFields(world), allegationId: allegationOf.get(state), facet: "individual" },
      ];
    case "resolve":
      return [resolveFinding, { ...settled, ...concluded, outcome: "approved" }];
    case "refute":
      return [resolveFinding, { ...settled, reasoning: "nobody was there", outcome: "refuted" }];
    case "withdraw":
      return [resolveFinding, { ...act(finding), reason, outcome: "withdrawn" }];
    case "lodge":
    case "lodgeOwn":
      return [lodgeAppeal, lodging];
    case "takeSeat":
      return [takeAppealSeat, { ...ofAppeal, conflict: "no" }];
    case "vote":
      return [decideAppeal, { ...ofAppeal, outcome: "upheld", reasons: reason }];
  }
}

const heardBy = (caller: Person, move: Move, state: string) => {
  const [verb, input] = asSent(move, state);
  return soundOf(rehearse(verb, caller, input));
};

describe("every role and every part", () => {
  it.each(MOVES)("%s", async (move) => {
    const row: {
      of: State;
      roles: readonly string[];
      also?: readonly string[];
      otherwise: string;
    } & Partial<Record<Part, string>> = TABLE[move];
    const wanted: Record<string, string> = {};
    const found: Record<string, string> = {};
    for (const role of caseRoles)
      for (const part of EVERY_PART) {
        if (row.also?.includes(role) || (move === "lodge" && role === "investigator")) continue;
        const cell = `${role} as ${part}`;
        const isFlag = role === "interviewer" || role === "on_call";
        const missing = isFlag ? "NotFound" : "Refused role.missing";
        wanted[cell] = row.roles.includes(role) ? (row[part] ?? row.otherwise) : missing;
        found[cell] = await heardBy(person(role, PARTS[part]), move, row.of);
      }
    for (const outsider of OUTSIDE) {
      wanted[outsider] = "NotFound";
      found[outsider] = await heardBy(world.person(outsider), move, row.of);
    }
    expect(found).toEqual(wanted);
  });
});

/** Where each move is open; everywhere else its state speaks against it, whoever tries. */
const OPEN: Partial<Record<Move, readonly string[]>> = {
  amend: ["draft", "returned"],
  submit: ["draft", "returned"],
  take: ["submitted"],
  approve: ["in_review"],
  second: ["first_approved"],
  return: ["in_review", "first_approved"],
  contest: ["approved"],
  resolve: ["contested"],
  withdraw: ["contested"],
  lodge: ["approved"],
};
const STATES = [
  "draft",
  "submitted",
  "in_review",
  "returned",
  "first_approved",
  "approved",
  "contested",
  "withdrawn",
];
/** Who may, where the state allows it. */
const RIGHTFUL: Partial<Record<Move, [PersonKey, PersonKey]>> = {
  amend: ["investigator", "investigator"],
  submit: ["investigator", "investigator"],
  approve: ["reviewer", "reviewer"],
  lodge: ["legal_officer", "legal_officer"],
};

describe("every state", () => {
  it.each(Object.keys(OPEN) as Move[])("%s", async (move) => {
    const [account, human] = RIGHTFUL[move] ?? ["reviewer", PARTS.none];
    const closed =
      move === "lodge" ? "Conflict appeal.finding_not_approved" : "Conflict finding.wrong_status";
    for (const state of STATES) {
      const isOpen = OPEN[move]?.includes(state) ?? false;
      const by =
        move === "return" && state === "in_review" ? person("reviewer", "reviewer") : person(account, human);
      expect(await heardBy(by, move, state), state).toBe(isOpen ? DONE : closed);
    }
  });
});
