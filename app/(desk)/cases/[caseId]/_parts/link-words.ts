import { roleWordsAt } from "#components/links/link-sections.ts";
import { translator } from "#lib/i18n/server.ts";
import type { LinkKind, LinkSide } from "#lib/links/vocabulary.ts";

export interface LinkWords {
  /** How the two belong together, read from the end that the record is; null where nothing is said. */
  role(kind: LinkKind, side: LinkSide, role: string | null): string | null;
  /** On what the link rests. */
  basis(basis: string | null): string | null;
}

/** The words of links. */
export async function linkWords(): Promise<LinkWords> {
  const [links, codebook] = await Promise.all([translator("links"), translator("codebook")]);
  return {
    role(kind, side, role) {
      if (role === null) return null;
      const [room, ...rest] = roleWordsAt(kind, side).split(".");
      const path = `${rest.join(".")}.${role}`;
      return room === "links" ? links(path) : codebook(`${path}.label`);
    },
    basis: (basis) => (basis === null ? null : codebook(`linkBasis.${basis}.label`)),
  };
}
