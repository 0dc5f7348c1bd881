import { admitMember } from "#lib/cases/commands/admit-member.ts";
import { amendCase } from "#lib/cases/commands/amend-case.ts";
import { endMembership } from "#lib/cases/commands/end-membership.ts";
import { openCase } from "#lib/cases/commands/open-case.ts";
import { retractCase } from "#lib/cases/commands/retract-case.ts";
import { listCases } from "#lib/cases/queries/list-cases.ts";
import { listMembers } from "#lib/cases/queries/list-members.ts";
import { listRegister } from "#lib/cases/queries/list-register.ts";
import { readCase } from "#lib/cases/queries/read-case.ts";
import { readDesk } from "#lib/cases/queries/read-desk.ts";
import { readOffice } from "#lib/cases/queries/read-office.ts";
import { readOverview } from "#lib/cases/queries/read-overview.ts";
import { readRights } from "#lib/cases/queries/read-rights.ts";
import { suggestColleagues } from "#lib/cases/queries/suggest-colleagues.ts";
import type { Specimens } from "../specimen.ts";
import type { World } from "../world.ts";
import { aTestimony } from "./testimonies.ts";

const fields = (world: World) => ({
  title: world.marked("title"),
  titleAr: null,
  summary: world.marked("summary"),
});

export const caseSpecimens: Specimens = {
  commands: [
    {
      command: openCase,
      as: "administrator",
      noSubject: true,
      input: async (world) => ({ ...fields(world), kind: "live" }),
    },
    {
      command: amendCase,
      as: "investigator",
      input: async (world) => ({ ...fields(world), caseId: world.caseId, version: 1 }),
    },
    {
      command: retractCase,
      as: "legal_officer",
      input: async (world) => ({
        caseId: world.caseId,
        version: 1,
        reason: world.marked("opened twice"),
      }),
    },
    {
      command: admitMember,
      as: "administrator",
      input: async (world) => ({
        caseId: world.caseId,
        accountId: world.person("newcomer").accountId,
        role: "reviewer",
        expiresAt: null,
      }),
    },
    {
      command: endMembership,
      as: "administrator",
      async input(world) {
        const { rows } = await world.ask("administrator", listMembers, { caseId: world.caseId });
        const member = rows.find((row) => row.accountId === world.person("reviewer2").accountId);
        return { memberId: member?.id, version: member?.version, reason: "term is over" };
      },
    },
  ],
  queries: [
    { query: listCases, as: "investigator", input: async () => ({ page: {} }), showsMarker: true },
    { query: listRegister, as: "administrator", input: async () => ({ page: {} }), showsMarker: true },
    {
      query: listMembers,
      as: "investigator",
      input: async (world) => ({ caseId: world.caseId }),
      showsMarker: true,
    },
    {
      query: suggestColleagues,
      as: "investigator",
      input: async (world) => ({ caseId: world.caseId, text: "Demo" }),
      showsMarker: false,
    },
    {
      query: readRights,
      as: "investigator",
      input: async (world) => ({ caseId: world.caseId }),
      showsMarker: false,
    },
    { query: readOffice, as: "administrator", input: async () => ({}), showsMarker: false },
    {
      query: readDesk,
      as: "investigator",
      async input(world) {
        await aTestimony(world);
        return {};
      },
      showsMarker: true,
    },
    {
      query: readOverview,
      as: "reviewer",
      input: async (world) => ({ caseId: world.caseId }),
      showsMarker: true,
    },
    {
      query: readCase,
      as: "investigator",
      input: async (world) => ({ caseId: world.caseId }),
      showsMarker: true,
    },
  ],
};
