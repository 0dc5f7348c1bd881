import { importCoastal } from "#lib/imports/commands/import-coastal.ts";
import { aCoastalRecord } from "#lib/imports/testing/a-coastal-record.ts";
import type { Specimens } from "../specimen.ts";

export const importSpecimens: Specimens = {
  commands: [
    {
      command: importCoastal,
      as: "investigator",
      input: async (world) => ({
        caseId: world.caseId,
        files: aCoastalRecord((words) => world.marked(words)),
      }),
    },
  ],
  queries: [],
};
