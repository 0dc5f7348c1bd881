import { z } from "zod";
import { idOf } from "#lib/core/fields.ts";
import { CONTRADICTION_KINDS, CONTRADICTION_SIDES, CONTRADICTION_STATES } from "./words.ts";

export * from "./words.ts";

export const ContradictionId = idOf("contradiction");

export const ContradictionKind = z.enum(CONTRADICTION_KINDS);
export type ContradictionKind = z.infer<typeof ContradictionKind>;

export const ContradictionState = z.enum(CONTRADICTION_STATES);
export type ContradictionState = z.infer<typeof ContradictionState>;

export const ContradictionSide = z.enum(CONTRADICTION_SIDES);

/** Stored with what the rules propose; raise it whenever a change of them can change a proposal. */
export const RULE_VERSION = "attest-contradictions-1";
