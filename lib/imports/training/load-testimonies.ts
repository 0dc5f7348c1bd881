/** The testimonies of a training case, and the path that each takes. */
import { permitContact } from "#lib/contact/commands/permit-contact.ts";
import { acceptTestimony } from "#lib/testimonies/commands/accept-testimony.ts";
import { amendTestimony } from "#lib/testimonies/commands/amend-testimony.ts";
import { recordTestimony } from "#lib/testimonies/commands/record-testimony.ts";
import { retractTestimony } from "#lib/testimonies/commands/retract-testimony.ts";
import { returnTestimony } from "#lib/testimonies/commands/return-testimony.ts";
import { saveTestimony } from "#lib/testimonies/commands/save-testimony.ts";
import { setConsent } from "#lib/testimonies/commands/set-consent.ts";
import { submitTestimony } from "#lib/testimonies/commands/submit-testimony.ts";
import type { TestimonyFields } from "#lib/testimonies/vocabulary.ts";
import { heardAs, interviewOn } from "./interviewed.ts";
import { link, maybeIdOf } from "./load-records.ts";
import type { TrainingCase } from "./schema.ts";
import type { Script } from "./script.ts";

type Testimony = TrainingCase["testimonies"][number];
type Paragraph = Testimony["paragraphs"][number] & { number: number | null };

export async function loadTestimonies(script: Script): Promise<void> {
  for (const testimony of script.training.testimonies) {
    const fields = fieldsOf(script, testimony);
    const { caseId, act, ids, idOf } = script;
    const { key, kind, author, permit } = testimony;
    if (permit) {
      const again = {
        witnessId: idOf(testimony.witness ?? ""),
        kind: "interview",
        reason: permit.reason,
      } as const;
      await act(permit.by, permitContact, again);
    }
    const made = await act(author, recordTestimony, { ...fields, caseId, kind, importKey: key });
    ids.set(key, made.id);
    const version = await answerConsent(script, testimony, made);
    await walk(script, testimony, fields, version);
    await linkTestimony(script, testimony);
  }
}

function fieldsOf(script: Script, testimony: Testimony): TestimonyFields {
  const { title, voice, basis, taken, eventDate, contamination, textBasis, originalLanguage, translation } =
    testimony;
  return {
    title,
    witnessId: maybeIdOf(script, testimony.witness),
    sourceId: maybeIdOf(script, testimony.source),
    publisherIds: [],
    voice,
    basis,
    takenEdtf: taken.edtf,
    takenWording: taken.wording,
    takenPlaceId: maybeIdOf(script, testimony.takenPlace),
    eventEdtf: eventDate?.edtf ?? null,
    eventWording: eventDate?.wording ?? null,
    ...(testimony.kind === "published_account"
      ? {}
      : { heardBefore: heardAs(contamination), interview: interviewOn(taken.edtf) }),
    note: testimony.note ?? null,
    textBasis,
    originalLanguage,
    translationLanguage: translation?.language ?? null,
    translator: translation?.translator ?? null,
    people: testimony.people.map(({ role, person, description }) => ({
      role,
      accountId: person === undefined ? null : script.cast[person].accountId,
      description: description ?? null,
    })),
    paragraphs: testimony.paragraphs.map((paragraph) => ({ ...paragraph, number: null })),
  };
}

/** @returns the row version afterwards */
async function answerConsent(
  { act }: Script,
  { consent, author }: Testimony,
  { id, version }: { id: string; version: number },
): Promise<number> {
  const { internal, export: abroad } = consent;
  if (internal === "not_needed" || abroad === "not_needed") return version;
  const answers = {
    consentInternal: internal,
    consentExport: abroad,
    reason: "As answered when the account was taken.",
  };
  return (await act(author, setConsent, { testimonyId: id, version, ...answers })).version;
}

/** Every step up to the one that waits for the evidence. */
async function walk(
  script: Script,
  testimony: Testimony,
  fields: TestimonyFields,
  from: number,
): Promise<void> {
  const { act, idOf, versions } = script;
  const { author } = testimony;
  const testimonyId = idOf(testimony.key);
  let version = from;
  let paragraphs: Paragraph[] = testimony.paragraphs.map((paragraph, index) => ({
    ...paragraph,
    number: index + 1,
  }));
  for (const step of testimony.path) {
    switch (step.do) {
      case "submit":
        ({ version } = await act(author, submitTestimony, { testimonyId, version }));
        break;
      case "return":
        ({ version } = await act(step.by, returnTestimony, { testimonyId, version, comment: step.comment }));
        break;
      case "accept":
        ({ version } = await act(step.by, acceptTestimony, { testimonyId, version }));
        break;
      case "amend":
        paragraphs = amended(paragraphs, step.paragraphs);
        ({ version } = await act(author, amendTestimony, { testimonyId, version, reason: step.reason }));
        ({ version } = await act(author, saveTestimony, { ...fields, paragraphs, testimonyId, version }));
        break;
      case "retract":
        break;
    }
  }
  versions.set(testimony.key, version);
}

/** New texts replace those of their number, or stand after the last with a number that the program gives them. */
function amended(
  before: readonly Paragraph[],
  changes: readonly (Paragraph & { number: number })[],
): Paragraph[] {
  const known = new Set(before.map(({ number }) => number));
  return [
    ...before.map((paragraph) => changes.find(({ number }) => number === paragraph.number) ?? paragraph),
    ...changes
      .filter(({ number }) => !known.has(number))
      .map((paragraph) => ({ ...paragraph, number: null })),
  ];
}

async function linkTestimony(script: Script, { key, author, links }: Testimony): Promise<void> {
  for (const { incident, relation } of links.incidents) {
    await link(script, "testimony_incident", [key, incident], { role: relation }, author);
  }
  for (const { actor, role, basis } of links.suspects) {
    await link(
      script,
      "testimony_suspect",
      [key, actor],
      { role, basis: "stated_in_account", note: basis },
      author,
    );
  }
}

/** Comes last, so that the case shows what a retraction does to the evidence. */
export async function retractTestimonies({ training, act, idOf, versions }: Script): Promise<void> {
  for (const { key, path } of training.testimonies) {
    for (const step of path) {
      if (step.do !== "retract") continue;
      const version = versions.get(key) ?? 0;
      await act(step.by, retractTestimony, { testimonyId: idOf(key), version, reason: step.reason });
    }
  }
}
