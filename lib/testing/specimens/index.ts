import type { Specimens } from "../specimen.ts";
import { accountSpecimens } from "./accounts.ts";
import { actorSpecimens } from "./actors.ts";
import { caseSpecimens } from "./cases.ts";
import { incidentSpecimens } from "./incidents.ts";
import { placeSpecimens } from "./places.ts";
import { sourceSpecimens } from "./sources.ts";
import { testimonySpecimens } from "./testimonies.ts";
import { victimSpecimens } from "./victims.ts";
import { witnessSpecimens } from "./witnesses.ts";

const all: Specimens[] = [
  accountSpecimens,
  actorSpecimens,
  caseSpecimens,
  incidentSpecimens,
  placeSpecimens,
  sourceSpecimens,
  testimonySpecimens,
  victimSpecimens,
  witnessSpecimens,
];

export const commandSpecimens = all.flatMap((one) => one.commands);
export const querySpecimens = all.flatMap((one) => one.queries);
