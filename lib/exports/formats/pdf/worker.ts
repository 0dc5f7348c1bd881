import { compileBook, type PdfJob, type PdfVolume } from "./compile.ts";

/** What the process answers: volumes one by one, then `done`, or the reason why not. */
export type PdfAnswer =
  | { readonly kind: "volume"; readonly volume: PdfVolume }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly reason: string };

const answer = (message: PdfAnswer, sent: () => void = () => {}): void => {
  process.send?.(message, undefined, undefined, sent);
};
/** The channel is closed only when the last answer has left. */
const lastAnswer = (message: PdfAnswer): void => answer(message, () => process.disconnect());

process.once("message", (job: PdfJob) => {
  try {
    compileBook(job, (volume) => answer({ kind: "volume", volume }));
    lastAnswer({ kind: "done" });
  } catch (error) {
    lastAnswer({ kind: "failed", reason: error instanceof Error ? error.message : "unknown" });
  }
});
