import { amendAllegation } from "#lib/corroboration/commands/amend-allegation.ts";
import { amendStatement } from "#lib/corroboration/commands/amend-statement.ts";
import { recordAllegation } from "#lib/corroboration/commands/record-allegation.ts";
import { recordEvidence } from "#lib/corroboration/commands/record-evidence.ts";
import { recordStatement } from "#lib/corroboration/commands/record-statement.ts";
import { retractAllegation } from "#lib/corroboration/commands/retract-allegation.ts";
import { retractStatement } from "#lib/corroboration/commands/retract-statement.ts";
import { countAllegationsBy } from "#lib/corroboration/queries/count-allegations-by.ts";
import { listAllegations } from "#lib/corroboration/queries/list-allegations.ts";
import { listCiting } from "#lib/corroboration/queries/list-citing.ts";
import { listStatementsOf } from "#lib/corroboration/queries/list-statements-of.ts";
import { listStatements } from "#lib/corroboration/queries/list-statements.ts";
import { readAllegation } from "#lib/corroboration/queries/read-allegation.ts";
import { readStatement } from "#lib/corroboration/queries/read-statement.ts";
import { suggestAllegations } from "#lib/corroboration/queries/suggest-allegations.ts";
import type { AllegationFields, StatementFields } from "#lib/corroboration/rules/entered-fields.ts";
import type { Facet, Reliability, Stance } from "#lib/corroboration/vocabulary.ts";
import { gradeSource } from "#lib/sources/commands/grade-source.ts";
import { acceptTestimony } from "#lib/testimonies/commands/accept-testimony.ts";
import { setConsent } from "#lib/testimonies/commands/set-consent.ts";
import { submitTestimony } from "#lib/testimonies/commands/submit-testimony.ts";
import type { TestimonyFields } from "#lib/testimonies/vocabulary.ts";
import type { Specimens } from "../specimen.ts";
import { MARKER, type PersonKey, type World } from "../world.ts";
import { anActor } from "./actors.ts";
import { anIncident } from "./incidents.ts";
import { aTestimony } from "./testimonies.ts";
import { aWitness } from "./witnesses.ts";

export const statementFields = (world: World, changes: Partial<StatementFields> = {}): StatementFields => ({
  claim: world.marked("men were led to the canal and shot"),
  testimonyNumber: 1,
  paragraphs: null,
  basis: "B2",
  plausibility: 2,
  identification: "none",
  countBasis: "none",
  mediaRank: null,
  mediaCondition: null,
  showsActItself: null,
  tags: [],
  note: world.marked("note"),
  ...changes,
});

/** A statement cut from a testimony that is on record. */
export const aStatementOf = (world: World, testimonyId: string, changes: Partial<StatementFields> = {}) =>
  world.do("investigator", recordStatement, {
    ...statementFields(world, changes),
    caseId: world.caseId,
    testimonyId,
    mediaId: null,
    figureId: null,
  });

export interface AccountOptions {
  /** Newest grade of the witness; null leaves them ungraded. */
  reliability?: Reliability | null;
  statement?: Partial<StatementFields>;
  testimony?: Partial<TestimonyFields>;
  as?: PersonKey;
  /** Whether a reviewer accepted the text; a finding rests on nothing else. */
  accepted?: boolean;
}

/** An accepted first-hand account of a graded witness who consented to our own analysis, and the statement cut from it. */
export async function anAccount(world: World, options: AccountOptions = {}) {
  const { reliability = "B", statement = {}, testimony = {}, as = "investigator", accepted = true } = options;
  const witnessId = testimony.witnessId ?? (await aWitness(world)).id;
  if (reliability !== null) {
    await world.do("reviewer", gradeSource, {
      sourceId: null,
      witnessId,
      reliability,
      reason: world.marked("known"),
    });
  }
  const draft = await aTestimony(world, { ...testimony, witnessId }, as);
  const testimonyId = draft.id;
  const { version } = accepted ? await acceptedBy(world, draft, as) : draft;
  const answers = {
    consentInternal: "yes" as const,
    consentExport: "no" as const,
    reason: world.marked("asked"),
  };
  const consented = await world.do("investigator", setConsent, { testimonyId, version, ...answers });
  const cut = await aStatementOf(world, testimonyId, statement);
  return { ...cut, testimonyId, testimonyVersion: consented.version, witnessId };
}

/** A draft, submitted by its author and accepted by a reviewer. */
async function acceptedBy(world: World, draft: { id: string; version: number }, author: PersonKey) {
  const at = (of: { version: number }) => ({ testimonyId: draft.id, version: of.version });
  const handedIn = await world.do(author, submitTestimony, at(draft));
  return world.do("reviewer", acceptTestimony, at(handedIn));
}

export const allegationFields = async (
  world: World,
  changes: Partial<AllegationFields> = {},
): Promise<AllegationFields> => ({
  incidentId: changes.incidentId ?? (await anIncident(world)).id,
  violation: "K1",
  actorId: null,
  victimId: null,
  placeId: null,
  occurredEdtf: "2031-02-14/2031-02-15",
  occurredWording: world.marked("that night"),
  wording: world.marked("men are alleged to have been shot at the canal"),
  childConcerned: false,
  note: world.marked("note"),
  ...changes,
});

/** An alleged act of a fresh incident. */
export const anAllegation = async (world: World, changes: Partial<AllegationFields> = {}) =>
  world.do("investigator", recordAllegation, {
    ...(await allegationFields(world, changes)),
    caseId: world.caseId,
  });

/** Links a statement to facets of an allegation; returns the first link. */
export async function linked(
  world: World,
  statementId: string,
  allegationId: string,
  options: { facets?: Facet[]; stance?: Stance; as?: PersonKey } = {},
) {
  const { facets = ["occurrence"], stance = "support", as = "investigator" } = options;
  const { links } = await world.do(as, recordEvidence, {
    caseId: world.caseId,
    statementId,
    allegationId,
    facets,
    stance,
    rationale: world.marked("says so of that night"),
  });
  const [first] = links;
  if (!first) throw new Error("no link was made");
  return first;
}

/** An allegation with one supporting account. */
export async function aSupportedAllegation(
  world: World,
  options: AccountOptions & { facets?: Facet[] } = {},
) {
  const allegation = await anAllegation(world);
  const statement = await anAccount(world, options);
  const link = await linked(world, statement.id, allegation.id, { facets: options.facets ?? ["occurrence"] });
  return { allegation, statement, link };
}

export const corroborationSpecimens: Specimens = {
  commands: [
    {
      command: recordStatement,
      as: "investigator",
      async input(world) {
        const { id: testimonyId } = await aTestimony(world);
        const origin = { testimonyId, mediaId: null, figureId: null };
        const said = { saidEdtf: "2031-02-14~", saidWording: world.marked("that night") };
        return {
          ...statementFields(world, { paragraphs: [1, 2], ...said }),
          ...origin,
          caseId: world.caseId,
        };
      },
    },
    {
      command: amendStatement,
      as: "investigator",
      async input(world) {
        const { id, version } = await anAccount(world);
        return { ...statementFields(world, { plausibility: 4 }), statementId: id, version };
      },
    },
    {
      command: retractStatement,
      as: "investigator",
      async input(world) {
        const { id, version } = await anAccount(world);
        return { statementId: id, version, reason: world.marked("cut twice") };
      },
    },
    {
      command: recordAllegation,
      as: "investigator",
      input: async (world) => ({ ...(await allegationFields(world)), caseId: world.caseId }),
    },
    {
      command: amendAllegation,
      as: "investigator",
      async input(world) {
        const { id, version } = await anAllegation(world);
        return { ...(await allegationFields(world)), violation: "K3", allegationId: id, version };
      },
    },
    {
      command: retractAllegation,
      as: "investigator",
      async input(world) {
        const { id, version } = await anAllegation(world);
        return { allegationId: id, version, reason: world.marked("made twice") };
      },
    },
  ],
  queries: [
    {
      query: listStatements,
      as: "reviewer",
      async input(world) {
        await anAccount(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
    {
      query: listStatementsOf,
      as: "reviewer",
      async input(world) {
        const { statement } = await aSupportedAllegation(world);
        return { testimonyId: statement.testimonyId };
      },
      showsMarker: true,
    },
    {
      query: readStatement,
      as: "reviewer",
      input: async (world) => ({ statementId: (await aSupportedAllegation(world)).statement.id }),
      showsMarker: true,
    },
    {
      query: countAllegationsBy,
      as: "reviewer",
      async input(world) {
        await aSupportedAllegation(world);
        return { caseId: world.caseId, by: "incidentId" };
      },
      showsMarker: true,
    },
    {
      query: listAllegations,
      as: "reviewer",
      async input(world) {
        await aSupportedAllegation(world);
        return { caseId: world.caseId, page: {} };
      },
      showsMarker: true,
    },
    {
      query: listCiting,
      as: "reviewer",
      async input(world) {
        const { id } = await anActor(world);
        await anAllegation(world, { actorId: id });
        return { recordId: id, page: {} };
      },
      showsMarker: true,
    },
    {
      query: readAllegation,
      as: "reviewer",
      input: async (world) => ({ allegationId: (await aSupportedAllegation(world)).allegation.id }),
      showsMarker: true,
    },
    {
      query: suggestAllegations,
      as: "investigator",
      async input(world) {
        await anAllegation(world);
        return { caseId: world.caseId, text: MARKER };
      },
      showsMarker: true,
    },
  ],
};
