const MAIL_ROUND_MS = 30_000;

/** Next calls this once when the server starts: the one place that opens the doors and runs jobs. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const [
    { ANCHOR_ROUND_MS, keepAnchors },
    { CHECKPOINT_ROUND_MS, keepCheckpoints, signAtTheEnd },
    { checkTonight },
    { openDoors },
    { startRunner },
    { startEvery, startHourly },
    { buildExport, sweepBags, tellEnding },
    { forgetOld },
    { forgetOldTries },
    { sendDueMails },
    { finishDeletion, finishDeletions },
    { tidySearchIndex },
    { finishShred, finishShreds },
    { system },
  ] = await Promise.all([
    import("#lib/audit/anchors/keep-anchors.ts"),
    import("#lib/audit/keep-checkpoints.ts"),
    import("#lib/audit/nightly-check.ts"),
    import("#lib/api/node-door.ts"),
    import("#lib/jobs/runner.ts"),
    import("#lib/jobs/hourly.ts"),
    import("#lib/exports/jobs.ts"),
    import("#lib/notices/acts.ts"),
    import("#lib/auth/throttle.ts"),
    import("#lib/notices/jobs.ts"),
    import("#lib/retention/jobs.ts"),
    import("#lib/search/jobs.ts"),
    import("#lib/vault/jobs.ts"),
    import("#lib/core/system.ts"),
  ]);
  openDoors();
  startRunner({
    "deletion.finish": finishDeletion,
    "export.build": buildExport,
    "identity.finish": finishShred,
  });
  startHourly(finishDeletions);
  startHourly(finishShreds);
  startHourly(sweepBags);
  startHourly(tellEnding);
  startHourly(forgetOld);
  startHourly(forgetOldTries);
  startHourly(async () => tidySearchIndex(await system()));
  startEvery(MAIL_ROUND_MS, sendDueMails);
  signAtTheEnd();
  startEvery(CHECKPOINT_ROUND_MS, keepCheckpoints);
  startEvery(ANCHOR_ROUND_MS, keepAnchors);
  startHourly(checkTonight);
}
