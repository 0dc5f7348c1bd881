/** What is wrong with the signing of the log, its anchors or its nightly check, as long as it is. */
import { eq } from "drizzle-orm";
import { anchorFaults } from "#db/schema/index.ts";
import { keepBooks } from "#lib/core/bookkeeping.ts";
import type { System } from "#lib/core/system.ts";

interface Fault {
  kind: (typeof anchorFaults.$inferSelect)["kind"];
  place: string;
  /** Null where it goes well again. */
  problem: string | null;
}

/** Keeps what went wrong at a place, and since when; forgets it when it goes well again. */
export async function noteFault(sys: System, { kind, place, problem }: Fault): Promise<void> {
  const id = `${kind} ${place}`;
  const [known] = await sys.store.read.select().from(anchorFaults).where(eq(anchorFaults.id, id));
  if (problem === null && !known) return;
  const at = sys.clock();
  await keepBooks(sys, async (books) => {
    await books.delete(anchorFaults).where(eq(anchorFaults.id, id));
    const since = known?.problem === problem ? known.since : at;
    if (problem !== null) await books.insert(anchorFaults).values({ id, kind, place, problem, since, at });
  });
}
