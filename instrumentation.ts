/** Next calls this once when the server starts: the one place that runs jobs. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const [{ startRunner }, { startHourly }, { buildExport, sweepBags, tellEnding }, { forgetOld }] =
    await Promise.all([
      import("#lib/jobs/runner.ts"),
      import("#lib/jobs/hourly.ts"),
      import("#lib/exports/jobs.ts"),
      import("#lib/notices/acts.ts"),
    ]);
  startRunner({ "export.build": buildExport });
  startHourly(sweepBags);
  startHourly(tellEnding);
  startHourly(forgetOld);
}
