import { and, count, sql } from "drizzle-orm";
import { jsonNumber } from "#db/json-number.ts";
import { auditEvents } from "#db/schema/index.ts";
import type { Reader } from "#db/store.ts";
import { Millis } from "#lib/core/fields.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { z } from "zod";
import { added, type Counts, countsOf, mediansOf, moreThanUsual, NIGHT, standsOut } from "../patterns.ts";
import { peopleBehind } from "../people.ts";
import { within } from "../when.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * What each person did in a span, against the median of all who acted in it and against their own span before, those who
 * stand out first. Counts alone; looking at people is itself in the log.
 */
export const readPatterns = query({
  name: "audit.patterns",
  input: z
    .strictObject({
      /** Milliseconds since 1970; `to` itself is not included. */
      from: Millis,
      to: Millis,
      /** How far the viewer's clocks are ahead of UTC, in minutes: it says when it is night. */
      aheadMinutes: z.number().int().min(-840).max(840),
    })
    .refine(({ from, to }) => from < to && to - from <= 100 * DAY_MS, { path: ["to"], error: "invalid" }),
  permission: "audit.read",
  caseOf: () => ORGANISATION,
  async run(ctx, { from, to, aheadMinutes }) {
    const now = await countsIn(ctx, from, to, aheadMinutes);
    const before = await countsIn(ctx, Math.max(0, 2 * from - to), from, aheadMinutes);
    const medians = mediansOf([...now.values()].map(({ counts }) => counts));
    const rows = [...now].map(([accountId, { person, counts }]) => {
      const earlier = before.get(accountId)?.counts ?? null;
      const more = moreThanUsual(counts, medians, earlier);
      return { accountId, person, counts, before: earlier, more, times: standsOut(counts, medians, more) };
    });
    return {
      medians,
      rows: rows.toSorted((a, b) => b.times - a.times || a.person.localeCompare(b.person)),
    };
  },
  traceOf: () => ({ caseId: null, reason: "names_shown" }),
});

/** What each account did in a window, in all cases together. */
async function countsIn({ read, keys }: AskContext, from: number, to: number, aheadMinutes: number) {
  const groups = await groupsIn(read, from, to, aheadMinutes);
  const people = await peopleBehind(
    read,
    keys,
    groups.map(({ actor }) => actor),
  );
  const found = new Map<string, { person: string; counts: Counts }>();
  for (const group of groups) {
    const person = people.get(group.actor);
    if (!person) continue;
    const counts = countsOf({ ...group, isNotFound: group.notFound === 1 });
    const known = found.get(person.accountId);
    found.set(person.accountId, {
      person: person.displayName,
      counts: known ? added(known.counts, counts) : counts,
    });
  }
  return found;
}

async function groupsIn(read: Reader, from: number, to: number, aheadMinutes: number) {
  // In canonical text a quotation mark inside a value is escaped, so this can only be the rule.
  const notFound = sql<number>`case when ${auditEvents.body} like '%"rules":["not_found"]%' then 1 else 0 end`;
  const repeats = sql`case when ${auditEvents.decision} = 'deny' then ${jsonNumber(auditEvents.body, "repeats")} else 0 end`;
  const hour = sql`((${auditEvents.at} + ${sql.raw(String(aheadMinutes * 60_000))}) / ${sql.raw(String(HOUR_MS))}) % 24`;
  const isNight = sql`${hour} >= ${sql.raw(String(NIGHT.from))} or ${hour} < ${sql.raw(String(NIGHT.to))}`;
  return read
    .select({
      actor: auditEvents.actor,
      act: auditEvents.act,
      decision: auditEvents.decision,
      notFound: notFound.mapWith(Number),
      count: count(),
      repeats: sql`sum(${repeats})`.mapWith(Number),
      night: sql`sum(case when ${isNight} then 1 else 0 end)`.mapWith(Number),
    })
    .from(auditEvents)
    .where(and(await within(read, from, to)))
    .groupBy(auditEvents.actor, auditEvents.act, auditEvents.decision, notFound);
}
