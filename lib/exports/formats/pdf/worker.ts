import { compileBook, type PdfJob, type PdfVolume } from "./compile.ts";

/** What the process answers: volumes one by one, then `done`, or the reason why not. */
export type PdfAnswer =
  | { readonly kind: "volume"; readonly volume: PdfVolume }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly reason: string };

/** Resolves when the answer has left, so that the parent hears of each volume as it is finished. */
function answer(message: PdfAnswer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
}

async function work(job: PdfJob): Promise<void> {
  try {
    await compileBook(job, (volume) => answer({ kind: "volume", volume }));
    await answer({ kind: "done" });
  } catch (error) {
    await answer({ kind: "failed", reason: error instanceof Error ? error.message : "unknown" });
  }
  process.disconnect();
}

// Nobody waits for the answers of an orphan.
process.once("disconnect", () => process.exit(0));
// An error here ends the process, which the parent reports.
process.once("message", (job: PdfJob) => {
  work(job).catch(() => process.exit(1));
});
