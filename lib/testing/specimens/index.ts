import type { Specimens } from "../specimen.ts";
import { accountSpecimens } from "./accounts.ts";
import { caseSpecimens } from "./cases.ts";
import { placeSpecimens } from "./places.ts";

const all: Specimens[] = [accountSpecimens, caseSpecimens, placeSpecimens];

export const commandSpecimens = all.flatMap((one) => one.commands);
export const querySpecimens = all.flatMap((one) => one.queries);
