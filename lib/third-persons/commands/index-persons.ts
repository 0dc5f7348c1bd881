import { personIndexes } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { newId } from "#lib/core/ids.ts";
import { mustStand } from "#lib/core/outcome.ts";
import { Conflict, Invalid } from "#lib/core/refusals.ts";
import { findTestimony, findVersion } from "#lib/testimonies/find.ts";
import { TestimonyId } from "#lib/testimonies/vocabulary.ts";
import { z } from "zod";
import { newestReading } from "../find.ts";
import { peopleIn } from "../rules.ts";
import { PeopleInAccount } from "../vocabulary.ts";

/**
 * Says who else is in one version of an account, and what is to become of each in what leaves: until somebody has, it stays (ICC RPE
 * 81(4): others at risk are protected too). A later version is read anew.
 */
export const indexPersons = command({
  name: "testimony.indexPersons",
  /** `seen` is the number of the newest reading that whoever records has seen, 0 for none. */
  input: PeopleInAccount.extend({ testimonyId: TestimonyId, seen: z.number().int().min(0) }),
  permission: "testimony.consent",
  load: (ctx, { testimonyId }) => findTestimony(ctx, testimonyId),
  async run(ctx, { testimonyId, testimonyNumber, seen, persons }, testimony) {
    mustStand(testimony);
    if (testimony.kind === "published_account") throw new Conflict("people.published");
    const before = await newestReading(ctx.read, testimonyId);
    if ((before?.number ?? 0) !== seen) throw new Conflict("people.moved_on");
    if (testimonyNumber > testimony.versionNumber)
      throw new Invalid([{ path: "testimonyNumber", code: "invalid" }]);
    const version = await findVersion(ctx, testimonyId, testimonyNumber);
    const texts = [
      version.facts.title,
      ...[version.facts.takenWording, version.facts.eventWording, version.translator].flatMap(
        (text) => text ?? [],
      ),
      ...version.facts.people.flatMap(({ description }) => description ?? []),
      ...version.paragraphs.flatMap(({ original, translation }) => [original, translation ?? []].flat()),
    ];
    const people = peopleIn(persons, texts);
    await ctx.write.insert(personIndexes, {
      id: newId("personIndex"),
      caseId: testimony.caseId,
      testimonyId,
      number: seen + 1,
      testimonyNumber,
      persons: people,
      isWhole: true,
      recordedAt: ctx.now,
      recordedBy: ctx.scope.accountId,
    });
    const undecided = people.filter(({ decision }) => decision === "undecided").length;
    return {
      result: { id: testimonyId, persons: people.length, undecided },
      entry: {
        object: { id: testimonyId, version: testimony.version },
        detail: { testimonyNumber, persons: people },
      },
    };
  },
});
