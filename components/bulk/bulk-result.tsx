"use client";

import { Alert, Button } from "@mantine/core";
import { useTranslator } from "#lib/i18n/client.tsx";
import { BULK_OUTCOMES, type BulkCounts } from "#lib/bulk/words.ts";
import classes from "./bulk.module.css";

/** Reads the answer of an act on several records; null for what is none. */
export function countsIn(result: unknown): BulkCounts | null {
  if (typeof result !== "object" || result === null) return null;
  const counts = BULK_OUTCOMES.map((outcome): [string, unknown] => [outcome, Reflect.get(result, outcome)]);
  return counts.every(([, count]) => typeof count === "number")
    ? (Object.fromEntries(counts) as BulkCounts)
    : null;
}

/** What became of each of the records, counted in plain words. */
export function BulkResult({ counts, onClose }: { counts: BulkCounts; onClose: () => void }) {
  const t = useTranslator("bulk");
  const common = useTranslator("common");
  const said = BULK_OUTCOMES.filter((outcome) => counts[outcome] > 0);
  const isWhole = said.every((outcome) => outcome === "done" || outcome === "already");
  return (
    <>
      <Alert color={isWhole ? "green" : "yellow"}>
        <output className={classes.counts}>
          {said.map((outcome) => (
            <span key={outcome}>{t(`outcome.${outcome}`, { count: counts[outcome] })}</span>
          ))}
        </output>
      </Alert>
      <Button mt="md" data-autofocus onClick={onClose}>
        {common("close")}
      </Button>
    </>
  );
}
