import { caseExports } from "#db/schema/index.ts";
import type { LoadContext } from "#lib/core/command.ts";
import { findRecord } from "#lib/core/find-record.ts";

/** An export of a case in scope. @throws NotFound */
export const findExport = (ctx: Pick<LoadContext, "read" | "scope">, exportId: string) =>
  findRecord(ctx, caseExports, exportId);
