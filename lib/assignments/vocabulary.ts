import { z } from "zod";
import { idOf } from "#lib/core/fields.ts";

export const AssignmentId = idOf("assignment");

/** How a person ends an assignment. */
export const ENDINGS = ["done", "handed_back"] as const;

/** A calendar day without a time, `YYYY-MM-DD`; empty and null both mean none. */
export const DueDay = z.preprocess(
  (value) => (value === "" ? null : value),
  z.iso.date("not_a_day").nullable(),
);
