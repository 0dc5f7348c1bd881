import { idOf } from "#lib/core/fields.ts";

export * from "./words.ts";

export const EmergencyId = idOf("emergency");
