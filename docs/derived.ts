/** The documents that are derived from the program itself, and the vectors; a test compares each with the file. */
import { matrixRoles, permissionMatrix } from "#lib/access/matrix.ts";
import type { Command } from "#lib/core/command.ts";
import type { Query } from "#lib/core/query.ts";
import { settingsTable } from "#lib/platform/env.ts";
import { commands, queries } from "#lib/registry.ts";
import { vectorsText } from "./vectors/vectors.ts";

const NOTE = "<!-- Written by `npm run docs`; edit the source instead. -->\n";

/** Path → text. */
export function derivedDocs(): Record<string, string> {
  return {
    "docs/access.md": access(),
    "docs/commands.md": verbs(),
    "docs/settings.md": settings(),
    "docs/verify/vectors.json": vectorsText(),
  };
}

function access(): string {
  const rows = permissionMatrix().map(({ permission, roles }) => [
    `\`${permission}\``,
    ...roles.map((has) => (has ? "yes" : "")),
  ]);
  const head = ["permission", ...matrixRoles.map((role) => role.replaceAll("_", " "))];
  return [
    `${NOTE}# Who may do what`,
    "Case roles count in the case in which they are held; administrator and auditor count everywhere; what is not in this table is refused. Administrators and auditors read no testimony. Which rows a permission reaches is decided in SQL, by the scope of `lib/core/scope.ts`; further conditions (four eyes) are in each room's `policy.ts`.",
    table(head, rows),
  ].join("\n\n");
}

function verbs(): string {
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  const line = (one: Command | Query) => [`\`${one.name}\``, `\`${one.permission}\``, `\`${one.sight}\``];
  const traced = (one: Query) => [...line(one), one.traceOf ? "yes" : ""];
  return [
    `${NOTE}# Commands and queries`,
    "Every write is one of these commands, every read one of these queries. `POST /api/v1/<command>` with `{ input, requestId }` and `POST /api/v1/ask/<query>` with `{ input }` reach them for a person who is signed in; refusals come back as problem details (RFC 9457).",
    "## Commands",
    table(["command", "needs", "sees its subject by"], commands.toSorted(byName).map(line)),
    "## Queries",
    table(["query", "needs", "sees rows by", "its reading is logged"], queries.toSorted(byName).map(traced)),
  ].join("\n\n");
}

function settings(): string {
  const rows = settingsTable().map(({ name, meaning, fallback, rule }) => [
    `\`${name}\``,
    meaning,
    rule,
    fallback,
  ]);
  return [
    `${NOTE}# Settings`,
    "Settings are environment variables. A value that is not usable stops the program with a sentence that names it.",
    table(["setting", "what it sets", "may be", "without it"], rows),
  ].join("\n\n");
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return `${[line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n")}\n`;
}
