import { translator } from "#lib/i18n/server.ts";

export interface ProceedingWords {
  kind(family: string, kind: string): string;
  status(family: string, status: string): string;
}

/** The words of kinds and states: those of a proceeding and of a response stand in lists of their own. */
export async function proceedingWords(): Promise<ProceedingWords> {
  const codebook = await translator("codebook");
  return {
    kind: (family, kind) => codebook(`${family}Kind.${kind}.label`),
    status: (family, status) => codebook(`${family}Status.${status}.label`),
  };
}
