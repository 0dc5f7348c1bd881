import { and, count, eq, getTableColumns, isNull, ne, or } from "drizzle-orm";
import { savedViews } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { Conflict, NotFound, Refused } from "#lib/core/refusals.ts";
import type { ListId, ViewSharing } from "./vocabulary.ts";

type Context = Pick<LoadContext, "read" | "scope">;

/** The condition that a view is the caller's own, or shared, in a case that they see. */
export const viewsInSight = ({ scope }: Context) =>
  and(
    scope.cases(savedViews.caseId, "view.read"),
    or(eq(savedViews.sharing, "shared"), eq(savedViews.ownerAccountId, scope.accountId)),
  );

/** @throws NotFound when absent, out of scope, or another person's own */
export async function findView(ctx: Context, viewId: string) {
  const [row] = await ctx.read
    .select(getTableColumns(savedViews))
    .from(savedViews)
    .where(and(eq(savedViews.id, viewId), viewsInSight(ctx)));
  if (!row) throw new NotFound();
  return row;
}

/** @throws Conflict `view.name_taken` when the caller has another view under this key */
export async function mustBeFreeName({ read }: Context, caseId: string, key: string, ownId: string | null) {
  const [same] = await read
    .select({ id: savedViews.id })
    .from(savedViews)
    .where(
      and(
        eq(savedViews.caseId, caseId),
        eq(savedViews.nameKey, key),
        ownId === null ? undefined : ne(savedViews.id, ownId),
      ),
    );
  if (same) throw new Conflict("view.name_taken");
}

/** How many views the caller has in a list. */
export async function ownViews({ read, scope }: Context, caseId: string, list: ListId): Promise<number> {
  const [row] = await read
    .select({ count: count() })
    .from(savedViews)
    .where(
      and(
        eq(savedViews.caseId, caseId),
        eq(savedViews.list, list),
        eq(savedViews.ownerAccountId, scope.accountId),
        isNull(savedViews.retractedAt),
      ),
    );
  return row?.count ?? 0;
}

/** @throws Refused `role.missing` when the caller's role may not share a view of this case */
export function mustBeAllowedToShare(
  { scope }: Pick<Context, "scope">,
  caseId: string,
  sharing: ViewSharing,
) {
  if (sharing === "shared" && scope.roleFor("view.share", caseId) === null) throw new Refused("role.missing");
}
