import { eq } from "drizzle-orm";
import { accountProfiles } from "#db/schema/index.ts";
import { command } from "#lib/core/command.ts";
import { ORGANISATION } from "#lib/core/scope.ts";
import { DEFAULT_PREFERENCES } from "#lib/i18n/preferences.ts";
import { ProfileChanges } from "../vocabulary.ts";

/**
 * Sets how the program speaks to oneself and shows time: language, calendar, zone, writing of days, single keys. One's
 * own only, and of no version: the last choice holds. It follows the person to every browser they sign in from.
 */
export const setProfile = command({
  name: "account.setProfile",
  input: ProfileChanges,
  permission: "self.act",
  load: async () => ({ caseId: ORGANISATION }),
  async run(ctx, changes) {
    const { accountId } = ctx.scope;
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const row = { ...DEFAULT_PREFERENCES, ...given, accountId, updatedAt: ctx.now };
    const mine = eq(accountProfiles.accountId, accountId);
    if ((await ctx.read.$count(accountProfiles, mine)) === 0)
      await ctx.books.insert(accountProfiles).values(row);
    else
      await ctx.books
        .update(accountProfiles)
        .set({ ...given, updatedAt: ctx.now })
        .where(mine);
    return { result: { accountId }, entry: { detail: given } };
  },
});
