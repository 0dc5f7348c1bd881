/** Links between two records, each with a role and a basis where its kind asks for them. */
import { recordLink } from "#lib/links/commands/record-link.ts";
import type { LinkFields, LinkKind } from "#lib/links/vocabulary.ts";
import type { CoastalFile } from "./records.ts";
import type { Step } from "./steps.ts";

export const keyOf = (file: CoastalFile, id: string): string => `${file}:${id}`;

/** What a link says; `basisSource` is an id of the record. */
type Said = Pick<LinkFields, "role" | "basis" | "note"> & { basisSource: string | null };

export const SAYS_NOTHING: Said = { role: null, basis: null, note: null, basisSource: null };

/** One link from a record to each of the others. */
export function linkSteps(
  kind: LinkKind,
  from: { file: CoastalFile; id: string },
  to: { file: CoastalFile; ids: readonly string[] },
  said: Said | ((id: string) => Said) = SAYS_NOTHING,
): Step[] {
  return to.ids.map((id): Step => {
    const key = `${keyOf(from.file, from.id)}/${id}`;
    const { basisSource, ...fields } = typeof said === "function" ? said(id) : said;
    return {
      kind: "links",
      key,
      add: ({ ctx, caseId, idOf }) =>
        ctx.run(recordLink, {
          caseId,
          importKey: key,
          kind,
          fromId: idOf(keyOf(from.file, from.id)),
          toId: idOf(keyOf(to.file, id)),
          ...fields,
          basisSourceId: basisSource === null ? null : idOf(keyOf("sources", basisSource)),
          heldEdtf: null,
          heldWording: null,
        }),
    };
  });
}
