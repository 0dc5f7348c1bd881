import type { TableUrlSpec } from "#components/table/url-state.ts";
import { decisions } from "#lib/audit/vocabulary.ts";
import { catalogueOf, type MessageTree } from "#lib/i18n/messages.ts";

/** Every act that has a name, as `noun.verb`: the same in each language. */
export const knownActs: readonly string[] = namesIn(catalogueOf("en").audit["acts"] ?? {}).toSorted();

/** What may stand in the address of the log: outcomes, acts and days. */
export const auditUrl: TableUrlSpec = {
  sorts: [],
  defaultSort: { key: "seq", dir: "desc" },
  enums: { decision: decisions, act: knownActs },
  days: ["when"],
};

function namesIn(tree: MessageTree | string, path = ""): string[] {
  if (typeof tree === "string") return [path];
  return Object.entries(tree).flatMap(([key, value]) => namesIn(value, path === "" ? key : `${path}.${key}`));
}
