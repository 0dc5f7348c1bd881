/** Which accounts a person gave. */
import { and, eq, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import { textAt } from "#db/json-text.ts";
import { testimonies, testimonyVersions } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";

const UNDECIDED = ["draft", "submitted", "returned"] as const;

/**
 * Whether a person gave an account, in a draft too, whoever may see it: nobody is to be asked again because their account is kept
 * from whoever asks. A published account is no interview, and one that was taken back counts no more.
 * @param except an account that is not meant
 */
export async function hasTold(
  { read }: Pick<LoadContext, "read">,
  { witnessId, caseId }: { witnessId: string; caseId: string },
  except: string | null = null,
): Promise<boolean> {
  const meant = and(
    isNull(testimonies.retractedAt),
    ne(testimonies.kind, "published_account"),
    except === null ? undefined : ne(testimonies.id, except),
  );
  const [theirs] = await read
    .select({ id: testimonies.id })
    .from(testimonies)
    .where(and(eq(testimonies.witnessId, witnessId), meant))
    .limit(1);
  if (theirs) return true;
  // A later version of somebody else's account may say already that it is theirs.
  const [toBe] = await read
    .select({ id: testimonies.id })
    .from(testimonies)
    .innerJoin(
      testimonyVersions,
      and(
        eq(testimonyVersions.testimonyId, testimonies.id),
        eq(testimonyVersions.number, testimonies.versionNumber),
      ),
    )
    .where(
      and(
        eq(testimonies.caseId, caseId),
        inArray(testimonies.stage, [...UNDECIDED]),
        isNotNull(testimonies.acceptedNumber),
        meant,
        eq(textAt(testimonyVersions.facts, "witnessId"), witnessId),
      ),
    )
    .limit(1);
  return toBe !== undefined;
}
