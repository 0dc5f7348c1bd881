/** Times in the log are found by number: they never go back, so a window of time is a range of numbers. */
import { and, asc, gte, type SQL, lt } from "drizzle-orm";
import { auditEvents } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { readEnds } from "./read-log.ts";

/**
 * The condition that an event lies in a window of time.
 * @param from earliest, @param to latest, not included; milliseconds since 1970
 */
export async function within(
  read: Reader,
  from: number | undefined,
  to: number | undefined,
): Promise<SQL | undefined> {
  return and(
    from === undefined ? undefined : gte(auditEvents.seq, await firstFrom(read, from)),
    to === undefined ? undefined : lt(auditEvents.seq, await firstFrom(read, to)),
  );
}

/** The number of the first event at or after a time, or one beyond the last: about twenty looks in a million events. */
async function firstFrom(read: Reader, at: number): Promise<number> {
  const { last } = await readEnds(read);
  let [low, high] = [1, (last ?? 0) + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [event] = await read
      .select({ seq: auditEvents.seq, at: auditEvents.at })
      .from(auditEvents)
      .where(gte(auditEvents.seq, middle))
      .orderBy(asc(auditEvents.seq))
      .limit(1);
    if (!event || event.at >= at) high = middle;
    else low = event.seq + 1;
  }
  return low;
}
