/** What a training case has in dispute: contradictions that the rules found and a person decided, and appeals. */
import { and, asc, eq } from "drizzle-orm";
import { contradictions } from "#db/schema/index.ts";
import { decideContradiction } from "#lib/contradictions/commands/decide-contradiction.ts";
import { ordered } from "#lib/contradictions/rules/pair.ts";
import { lodgeAppeal } from "#lib/corroboration/commands/lodge-appeal.ts";
import { takeAppealSeat } from "#lib/corroboration/commands/take-appeal-seat.ts";
import type { TrainingCase } from "./schema.ts";
import type { Script } from "./script.ts";

type Decided = TrainingCase["contradictions"][number];

/** The version of a contradiction as the rules propose it; asked for by number, so that a second load says the same. */
const PROPOSED = 1;

/** The rest of what the rules propose stays open: it is for whoever learns. */
export async function decideContradictions(script: Script): Promise<void> {
  const { training, act, idOf } = script;
  for (const decided of training.contradictions) {
    const { by, material, allegation, facet, against, reason } = decided;
    const { id, statementId } = await proposed(script, decided);
    await act(by, decideContradiction, {
      contradictionId: id,
      version: PROPOSED,
      material,
      allegationId: idOf(allegation),
      facet,
      against: idOf(against) === statementId ? "statement" : "other",
      reason,
    });
  }
}

async function proposed({ read, idOf }: Script, { between, kind }: Decided) {
  const [one, other] = ordered({ id: idOf(between[0]) }, { id: idOf(between[1]) });
  const [found] = await read
    .select({ id: contradictions.id, statementId: contradictions.statementId })
    .from(contradictions)
    .where(
      and(
        eq(contradictions.statementId, one.id),
        eq(contradictions.otherStatementId, other.id),
        eq(contradictions.kind, kind),
      ),
    )
    .orderBy(asc(contradictions.createdAt), asc(contradictions.id));
  if (!found) throw new Error(`The rules propose no contradiction between ${between.join(" and ")}.`);
  return found;
}

export async function loadAppeals({ training, act, idOf }: Script): Promise<void> {
  for (const { allegation, facet, by, ground, reasons, seats } of training.appeals) {
    const findingId = idOf(`${allegation}/${facet}`);
    const lodged = await act(by, lodgeAppeal, { findingId, ground, groundWords: null, reasons });
    let { version } = lodged;
    for (const member of seats)
      ({ version } = await act(member, takeAppealSeat, { appealId: lodged.id, version, conflict: "no" }));
  }
}
