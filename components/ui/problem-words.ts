"use client";

import { useCallback } from "react";
import { useCatalogue, useTranslator } from "#lib/i18n/client.tsx";
import type { FieldProblem, Problem } from "./problem.ts";

// Messages name the bounds they know; a bound that the server did not send reads as none.
const NO_BOUNDS = { min: "none", max: "none" };

/** The sentence of a field's problem: from `problems.field`, or from the room that a dotted code names. */
export function useFieldProblemText(): (problem: FieldProblem) => string {
  const t = useTranslator("problems");
  const catalogue = useCatalogue();
  return useCallback(
    ({ code, params }) => {
      const values = { ...NO_BOUNDS, ...params };
      if (t.has(`field.${code}`)) return t(`field.${code}`, values);
      if (code.includes(".") && catalogue.has(code)) return catalogue(code, values);
      return t("field.invalid");
    },
    [t, catalogue],
  );
}

/** What to tell of a problem: the rule in words where it is known, else what its kind means. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslator("problems");
  return useCallback(
    ({ code, rule }) => (rule !== undefined && t.has(`rule.${rule}`) ? t(`rule.${rule}`) : t(`text.${code}`)),
    [t],
  );
}
