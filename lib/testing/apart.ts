/** Records in compartments, and who is cleared for them: one more dimension of the matrix. */
import { and, eq, inArray } from "drizzle-orm";
import { compartmentMarks, evidenceLinks, links, placements } from "#db/schema/index.ts";
import { heardAs } from "#lib/imports/training/interviewed.ts";
import type { Permission } from "#lib/access/permissions.ts";
import { listActors } from "#lib/actors/queries/list-actors.ts";
import { placeRecord } from "#lib/compartments/commands/place-record.ts";
import { recordContradiction } from "#lib/contradictions/commands/record-contradiction.ts";
import { clearedIn } from "#lib/core/cleared.ts";
import { recordAllegation } from "#lib/corroboration/commands/record-allegation.ts";
import { listStatements } from "#lib/corroboration/queries/list-statements.ts";
import { listIncidents } from "#lib/incidents/queries/list-incidents.ts";
import { listPlaces } from "#lib/places/queries/list-places.ts";
import { listSources } from "#lib/sources/queries/list-sources.ts";
import { listTestimonies } from "#lib/testimonies/queries/list-testimonies.ts";
import { recordTestimony } from "#lib/testimonies/commands/record-testimony.ts";
import { readTestimony } from "#lib/testimonies/queries/read-testimony.ts";
import { putTag } from "#lib/tags/commands/put-tag.ts";
import { listTags } from "#lib/tags/queries/list-tags.ts";
import { recordVictim } from "#lib/victims/commands/record-victim.ts";
import { listWitnesses } from "#lib/witnesses/queries/list-witnesses.ts";
import type { Asker } from "./crowd.ts";
import { anActor } from "./specimens/actors.ts";
import { anAssignment } from "./specimens/assignments.ts";
import { aComment } from "./specimens/comments.ts";
import { heardAgain, permitted } from "./specimens/contact.ts";
import { allegationFields, anAccount, aSupportedAllegation, linked } from "./specimens/corroboration.ts";
import { drafted, submitted } from "./specimens/findings.ts";
import { aLink } from "./specimens/links.ts";
import { aPlace } from "./specimens/places.ts";
import { aTag } from "./specimens/tags.ts";
import { aTestimony, testimonyTexts } from "./specimens/testimonies.ts";
import { aVictim } from "./specimens/victims.ts";
import { aWitness } from "./specimens/witnesses.ts";
import type { RecordState } from "./states.ts";
import type { World } from "./world.ts";

/** What is put into a compartment by itself, what goes along because it rests on it, and what is in two of them. */
export async function everyPlace(world: World): Promise<RecordState[]> {
  const states: RecordState[] = [];
  const [children, insiders] = [2, 4];
  const put = (recordId: string, add: number) =>
    world.do("investigator", placeRecord, { recordId, add, reason: "to be kept apart" });
  const state = (name: string, id: string, sight: Permission, version = 1) =>
    states.push({ after: `compartment of ${name}`, id, version, sight });

  const { statement, allegation, link } = await aSupportedAllegation(world);
  const finding = await drafted(world, allegation.id);
  await put(statement.testimonyId, insiders);
  state("an account", statement.testimonyId, "testimony.read", statement.testimonyVersion);
  state("a statement of it", statement.id, "statement.read");
  state("an allegation that rests on it", allegation.id, "allegation.read");
  state("evidence from it", link.id, "evidence.read");
  state("a finding", finding.id, "finding.read");
  const victim = await aVictim(world);
  await put(victim.id, children);
  state("a victim", victim.id, "victim.read", victim.version);
  const witness = await aWitness(world);
  await put(witness.id, children | insiders);
  state("a witness", witness.id, "witness.read", witness.version);
  return states;
}

/** Tells of each asker whether what an input is about is closed to them. Reads the tables, not the condition that decides. */
export async function closedTo(
  { fresh, caseId, now }: World,
  input: Record<string, unknown>,
): Promise<(asker: Asker) => boolean> {
  const { read } = fresh.store;
  const ids = Object.values(input).filter((value) => typeof value === "string");
  const about = async (rows: PromiseLike<{ id: string }[]>) => (await rows).map(({ id }) => id);
  const named = [
    ...ids,
    ...(await about(
      read.select({ id: placements.recordId }).from(placements).where(inArray(placements.id, ids)),
    )),
    ...(await about(
      read
        .select({ id: evidenceLinks.allegationId })
        .from(evidenceLinks)
        .where(inArray(evidenceLinks.id, ids)),
    )),
    ...(await about(read.select({ id: links.fromId }).from(links).where(inArray(links.id, ids)))),
  ];
  const marks = await read
    .select({ mask: compartmentMarks.mask })
    .from(compartmentMarks)
    .where(and(eq(compartmentMarks.caseId, caseId), inArray(compartmentMarks.recordId, named)));
  const mask = marks.reduce((all, one) => all | one.mask, 0);
  const cleared = mask === 0 ? [] : await clearedIn(read, caseId, now());
  return ({ caller }) => {
    const own = cleared.filter(({ accountId }) => accountId === caller.accountId);
    return (mask & ~own.reduce((all, { bit }) => all | bit, 0)) !== 0;
  };
}

/** What is open in a case, for a hidden web to hang on. */
export async function anOpenWeb(world: World): Promise<void> {
  await anActor(world);
  await aPlace(world);
  await aTag(world);
  await aVictim(world); // of an incident, and by a source
  const { allegation } = await aSupportedAllegation(world);
  await drafted(world, allegation.id);
  await aTestimony(world);
}

/**
 * Puts a web of records into compartments, hanging on everything open that a case has (`anOpenWeb`): to whoever is not
 * cleared, the case is as it was before.
 */
export async function aHiddenWeb(world: World): Promise<void> {
  const { caseId } = world;
  const first = async (of: Promise<{ rows: { id: string }[] }>) => (await of).rows[0]?.id ?? "";
  // One that takes findings: what an import brings may be a pattern, or a frame for others.
  const events = { caseId, recordKind: "event" as const, page: {} };
  const incidentId = await first(world.ask("investigator", listIncidents, events));
  const sourceId = await first(world.ask("investigator", listSources, { caseId, page: {} }));
  const actorId = await first(world.ask("investigator", listActors, { caseId, page: {} }));
  const tagId = await first(world.ask("investigator", listTags, { caseId }));

  const before = new Set(await witnessesOf(world));
  // Also what is open leads there: its witness, a statement of its own, a place where nothing else was told.
  const placeId = await first(world.ask("investigator", listPlaces, { caseId, page: {} }));
  const { rows: cut } = await world.ask("investigator", listStatements, { caseId, page: {} });
  const statementId = cut[0]?.id ?? "";
  const { rows: accounts } = await world.ask("investigator", listTestimonies, { caseId, page: {} });
  for (const { id: testimonyId } of accounts) {
    const { testimony } = await world.ask("investigator", readTestimony, { testimonyId });
    if (testimony.witnessId !== null) await aDisclosure(world, testimony.witnessId, placeId);
  }
  const told = await anAccount(world);
  const victim = await world.do("investigator", recordVictim, {
    kind: "person" as const,
    label: world.marked("a girl of the quarter"),
    ageBand: "child" as const,
    sex: "female" as const,
    outcome: "injured" as const,
    incidentId,
    sourceId,
    note: null,
    caseId,
  });
  const fields = await allegationFields(world, { incidentId, actorId, victimId: victim.id });
  const allegation = await world.do("investigator", recordAllegation, { ...fields, caseId });
  await linked(world, told.id, allegation.id);
  await linked(world, statementId, allegation.id);
  // What is hidden contradicts what is open.
  await world.do("investigator", recordContradiction, {
    caseId,
    statementId,
    otherStatementId: told.id,
    kind: "other",
    allegationId: allegation.id,
    facet: "occurrence",
    note: world.marked("the one was there, the other heard of it"),
  });
  await submitted(world, allegation.id);
  await aLink(world, "testimony_incident", told.testimonyId, incidentId, { role: "describes" });
  for (const recordId of [told.testimonyId, told.witnessId, victim.id, allegation.id]) {
    await aComment(world, { recordId, mentions: ["reviewer"] });
    await anAssignment(world, "reviewer", recordId);
    await world.do("investigator", putTag, { recordId, tagId });
  }
  const fresh = (await witnessesOf(world)).filter((id) => !before.has(id));
  // Whoever is not cleared could permit nothing any more, and they are heard again by those who are.
  for (const id of [...fresh, ...fresh]) await permitted(world, id, "interview");
  for (const recordId of [...fresh, victim.id])
    await world.do("investigator", placeRecord, { recordId, add: 1, reason: "to be kept apart" });
}

/** Another account of a witness, which is apart from the first for what it tells of. */
async function aDisclosure(world: World, witnessId: string, takenPlaceId: string) {
  await heardAgain(world, witnessId);
  const fields = { ...testimonyTexts(world), witnessId, takenPlaceId, caseId: world.caseId };
  return world.do("investigator", recordTestimony, {
    ...fields,
    kind: "interview" as const,
    heardBefore: heardAs("no"),
    tellsOf: ["sexual_violence" as const],
  });
}

/** Asked, not read from the tables: a world may be a server. */
async function witnessesOf(world: World): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null, more = true; more; more = after !== null) {
    const page = { size: 100, ...(after === null ? {} : { after }) };
    const found: { rows: { id: string }[]; next: string | null } = await world.ask(
      "investigator",
      listWitnesses,
      { caseId: world.caseId, page },
    );
    ids.push(...found.rows.map(({ id }) => id));
    after = found.next;
  }
  return ids;
}
