import { z } from "zod";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { type AskContext, query } from "#lib/core/query.ts";
import { searchedFor } from "#lib/core/sought.ts";
import { casesToSearch, recordsOfEntries, type SearchedCase, scopesIn, withoutConclusions } from "../find.ts";
import { type Hit, hitByCode, hitsOf } from "../find/hits.ts";
import { type Matches, matchesOf, NO_MATCHES } from "../find/matches.ts";
import { codeIn, type Sought, soughtIn } from "../rules/sought.ts";
import { COUNTED_MAX, FoundType, foundTypes, SearchSection, SearchText } from "../vocabulary.ts";

/**
 * Finds records by code, by name and by what they say, in all cases that the caller may see or in one. What is asked is
 * kept nowhere, not in an address and not in the log: that holds a keyed hash of it, its length, how much was found and what of it
 * was shown.
 */
export const findAnything = query({
  name: "search.find",
  input: z.strictObject({
    text: SearchText,
    caseId: CaseId.optional(),
    types: z.array(FoundType).max(foundTypes.length).optional(),
    /** Only what was found by name or in the texts, for a further page. */
    section: SearchSection.optional(),
    after: z.string().max(1_600).optional(),
    size: z.number().int().min(1).max(50).default(8),
  }),
  permission: "case.read",
  async run(ctx, { text, caseId, types, section, after, size }) {
    const searched = await casesToSearch(ctx, caseId);
    const scopes = await scopesIn(ctx, searched, types);
    const scopesOf = { names: scopes, texts: await withoutConclusions(ctx, scopes) };
    const sought = soughtIn(text);
    const matchesIn = (one: SearchSection) =>
      section === undefined || section === one
        ? matchesOf(ctx.read, { scopes: scopesOf[one], part: PARTS[one] }, sought, size, section && after)
        : NO_MATCHES;
    const code = section === undefined ? codeIn(text) : null;
    const exact = code === null ? null : await hitByCode(ctx, searched, code);
    const named = await answerTo(ctx, searched, "names", await matchesIn("names"), sought);
    const told = await answerTo(ctx, searched, "texts", await matchesIn("texts"), sought);
    return {
      exact,
      // What the code names is said once.
      names: { ...named, hits: named.hits.filter(({ id }) => id !== exact?.id) },
      texts: told,
      cases: casesOf(searched, [exact, ...named.hits, ...told.hits]),
      caseId: searched.find(({ id }) => id === caseId)?.id ?? null,
    };
  },
  // A record that is found by its name and in its texts counts in both.
  traceOf: ({ caseId, exact, names, texts }, { text }, keys) => ({
    caseId,
    shown: [...new Set([...(exact ? [exact] : []), ...names.hits, ...texts.hits].map(({ id }) => id))],
    sought: searchedFor(keys, text, Math.max(exact ? 1 : 0, names.total + texts.total)),
  }),
});

const PARTS = { names: "name", texts: "text" } as const;

async function answerTo(
  ctx: AskContext,
  searched: readonly SearchedCase[],
  section: SearchSection,
  { ids, counted, next }: Matches,
  { whole, typing }: Sought,
) {
  const found = await recordsOfEntries(ctx, searched, ids);
  const hits = await hitsOf(ctx, searched, found, section, typing ?? whole);
  return { hits, total: Math.min(counted, COUNTED_MAX), isMore: counted > COUNTED_MAX, next };
}

const casesOf = (searched: readonly SearchedCase[], hits: readonly (Hit | null)[]) =>
  searched.filter(({ id }) => hits.some((hit) => hit?.caseId === id));
