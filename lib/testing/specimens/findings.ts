import { acceptRules } from "#lib/corroboration/commands/accept-rules.ts";
import { amendFinding } from "#lib/corroboration/commands/amend-finding.ts";
import { approveFinding } from "#lib/corroboration/commands/approve-finding.ts";
import { contestFinding } from "#lib/corroboration/commands/contest-finding.ts";
import { draftFinding } from "#lib/corroboration/commands/draft-finding.ts";
import { recheckFinding } from "#lib/corroboration/commands/recheck-finding.ts";
import { resolveFinding } from "#lib/corroboration/commands/resolve-finding.ts";
import { returnFinding } from "#lib/corroboration/commands/return-finding.ts";
import { secondFinding } from "#lib/corroboration/commands/second-finding.ts";
import { submitFinding } from "#lib/corroboration/commands/submit-finding.ts";
import { takeOverFinding } from "#lib/corroboration/commands/take-over-finding.ts";
import { takeFinding } from "#lib/corroboration/commands/take-finding.ts";
import { compareRules } from "#lib/corroboration/queries/compare-rules.ts";
import { corroborationOfTestimony } from "#lib/corroboration/queries/corroboration-of-testimony.ts";
import { countFindingsBy } from "#lib/corroboration/queries/count-findings-by.ts";
import { listFindings } from "#lib/corroboration/queries/list-findings.ts";
import { readFinding } from "#lib/corroboration/queries/read-finding.ts";
import { readPresence } from "#lib/corroboration/queries/read-presence.ts";
import { reviewDecided } from "#lib/corroboration/queries/review-decided.ts";
import { reviewQueue } from "#lib/corroboration/queries/review-queue.ts";
import type { FindingFields } from "#lib/corroboration/rules/entered-fields.ts";
import {
  ALGORITHM_VERSION,
  ALGORITHM_VERSIONS,
  decisionKey,
  type Facet,
  type ReviewAct,
} from "#lib/corroboration/vocabulary.ts";
import { saveDraft } from "#lib/core/drafts.ts";
import type { Specimens } from "../specimen.ts";
import { createAccount } from "#lib/accounts/commands/create-account.ts";
import { readCase } from "#lib/cases/queries/read-case.ts";
import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { type PersonKey, withOthers, type World } from "../world.ts";
import { aSupportedAllegation } from "./corroboration.ts";

export const findingFields = (world: World, changes: Partial<FindingFields> = {}): FindingFields => ({
  determination: 2,
  standard: "none",
  reasoning: world.marked("one credible person saw it"),
  contrarySearch: "yes",
  contrarySearchOn: "2031-02-19",
  contrarySearchResult: world.marked("nothing found against it"),
  ...changes,
});

export interface FindingOptions extends Partial<FindingFields> {
  facet?: Facet;
  author?: PersonKey;
}

/** Opens a finding of a facet of an allegation. */
export function drafted(world: World, allegationId: string, options: FindingOptions = {}) {
  const { facet = "occurrence", author = "investigator", ...fields } = options;
  return world.do(author, draftFinding, { ...findingFields(world, fields), allegationId, facet });
}

/** A finding submitted by its author. */
export async function submitted(world: World, allegationId: string, options: FindingOptions = {}) {
  const { id, version } = await drafted(world, allegationId, options);
  return world.do(options.author ?? "investigator", submitFinding, { findingId: id, version });
}

/** A finding that a reviewer has taken up. */
export async function taken(
  world: World,
  allegationId: string,
  options: FindingOptions & { by?: PersonKey } = {},
) {
  const { by = "reviewer", ...rest } = options;
  const { id, version } = await submitted(world, allegationId, rest);
  return world.do(by, takeFinding, { findingId: id, version, conflict: "no" });
}

/** A finding approved by the reviewer who took it up: it stands, or waits for the second where one is needed. */
export async function approved(
  world: World,
  allegationId: string,
  options: FindingOptions & { by?: PersonKey } = {},
) {
  const { id, version } = await taken(world, allegationId, options);
  return world.do(options.by ?? "reviewer", approveFinding, { findingId: id, version });
}

/** A decision that a reviewer has taken on a record and not put on record yet. */
export const decidedOn = (
  world: World,
  { id, version }: { id: string; version: number },
  { act, text = null, by = "reviewer" }: { act: ReviewAct; text?: string | null; by?: PersonKey },
) => saveDraft(world.person(by), decisionKey(world.caseId, id), 0, { act, version, text });

/** A draft on an allegation with one supporting account. */
const aDraft = async (world: World) => drafted(world, (await aSupportedAllegation(world)).allegation.id);
const anApproved = async (world: World) => approved(world, (await aSupportedAllegation(world)).allegation.id);

const acted = ({ id, version }: { id: string; version: number }) => ({ findingId: id, version });
/** The same by somebody who says that they have no conflict of interest. */
export const asked = (of: { id: string; version: number }) => ({ ...acted(of), conflict: "no" as const });

/** The draft of somebody whose part in the case is over since. */
async function anOrphan(world: World) {
  const name = `left-${crypto.randomUUID().slice(0, 8)}`;
  const made = { name, displayName: "Demo leaver", password: "a long password for a leaver" };
  const { id: accountId, humanId } = await world.do("administrator", createAccount, made);
  const { caseId } = world;
  const role = { caseId, accountId, role: "investigator" as const, expiresAt: null };
  const member = await world.do("administrator", admitMember, role);
  const person = { ...world.person("investigator"), accountId, humanId };
  const { allegation } = await aSupportedAllegation(world);
  const byThem = withOthers(world, new Map([["investigator2", person]]));
  const draft = await drafted(byThem, allegation.id, { author: "investigator2" });
  const ended = { memberId: member.id, version: member.version, reason: "left" };
  await world.do("administrator", endMembership, ended);
  return acted(draft);
}

/** The world's case as it would be had it been opened when there were only the first rules. */
export async function goneBackToFirstRules(world: World) {
  const [first] = ALGORITHM_VERSIONS;
  await world.fresh.directSql(`update cases set algorithm_version = '${first}' where id = '${world.caseId}'`);
  return world.ask("senior_reviewer", readCase, { caseId: world.caseId });
}

export const findingSpecimens: Specimens = {
  commands: [
    {
      command: acceptRules,
      as: "senior_reviewer",
      async input(world) {
        const { version } = await goneBackToFirstRules(world);
        return { caseId: world.caseId, version, algorithmVersion: ALGORITHM_VERSION };
      },
    },
    { command: takeOverFinding, as: "investigator", input: anOrphan },
    {
      command: draftFinding,
      as: "investigator",
      async input(world) {
        const { allegation } = await aSupportedAllegation(world);
        return { ...findingFields(world), allegationId: allegation.id, facet: "occurrence" };
      },
    },
    {
      command: amendFinding,
      as: "investigator",
      input: async (world) => ({
        ...findingFields(world, { reasoning: world.marked("and nothing speaks against it") }),
        ...acted(await aDraft(world)),
      }),
    },
    { command: submitFinding, as: "investigator", input: async (world) => acted(await aDraft(world)) },
    {
      command: takeFinding,
      as: "reviewer",
      input: async (world) =>
        asked(await submitted(world, (await aSupportedAllegation(world)).allegation.id)),
    },
    {
      command: returnFinding,
      as: "reviewer",
      async input(world) {
        const found = await taken(world, (await aSupportedAllegation(world)).allegation.id);
        return { ...acted(found), comment: world.marked("Who else was there?") };
      },
    },
    {
      command: approveFinding,
      as: "reviewer",
      input: async (world) => acted(await taken(world, (await aSupportedAllegation(world)).allegation.id)),
    },
    {
      command: secondFinding,
      as: "senior_reviewer",
      async input(world) {
        const { allegation } = await aSupportedAllegation(world, { facets: ["individual"] });
        return asked(await approved(world, allegation.id, { facet: "individual" }));
      },
    },
    {
      command: contestFinding,
      as: "legal_officer",
      input: async (world) => ({
        ...acted(await anApproved(world)),
        reason: world.marked("two fires or one?"),
      }),
    },
    {
      command: resolveFinding,
      as: "senior_reviewer",
      async input(world) {
        const challenge = { ...acted(await anApproved(world)), reason: world.marked("two fires or one?") };
        const contested = await world.do("legal_officer", contestFinding, challenge);
        const concluded = {
          determination: 1,
          standard: "none",
          reasoning: world.marked("one, and not seen clearly"),
        };
        return {
          ...asked(contested),
          outcome: "approved",
          reason: world.marked("looked at again"),
          ...concluded,
        };
      },
    },
    {
      command: recheckFinding,
      as: "protection_officer",
      input: async (world) => ({ findingId: (await anApproved(world)).id }),
    },
  ],
  queries: [
    {
      query: compareRules,
      as: "reviewer",
      showsMarker: true,
      async input(world) {
        const { allegation } = await aSupportedAllegation(world);
        await drafted(world, allegation.id);
        return { caseId: world.caseId, page: {} };
      },
    },
    {
      query: countFindingsBy,
      as: "legal_officer",
      async input(world) {
        await aDraft(world);
        return { caseId: world.caseId, by: "facet" };
      },
      showsMarker: false,
    },
    {
      query: listFindings,
      as: "legal_officer",
      async input(world) {
        await aDraft(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
    {
      query: readFinding,
      as: "legal_officer",
      input: async (world) => ({ findingId: (await aDraft(world)).id }),
      showsMarker: true,
    },
    {
      query: corroborationOfTestimony,
      as: "legal_officer",
      async input(world) {
        const { statement } = await aSupportedAllegation(world);
        return { testimonyId: statement.testimonyId };
      },
      showsMarker: true,
    },
    {
      query: readPresence,
      as: "reviewer",
      input: async (world) => ({ recordId: (await anApproved(world)).id }),
      showsMarker: false,
    },
    {
      query: reviewDecided,
      as: "reviewer",
      async input(world) {
        const found = await taken(world, (await aSupportedAllegation(world)).allegation.id);
        await decidedOn(world, found, { act: "return", text: world.marked("which of them saw it?") });
        return { caseId: world.caseId };
      },
      showsMarker: true,
    },
    {
      query: reviewQueue,
      as: "reviewer",
      async input(world) {
        await submitted(world, (await aSupportedAllegation(world)).allegation.id);
        return { page: {} };
      },
      showsMarker: true,
    },
  ],
};
