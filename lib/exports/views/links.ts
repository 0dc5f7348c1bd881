/** Records refer to each other by code, and every link between two that are both in the dossier goes with it. */
import type { Dossier } from "../dossier.ts";
import type { Material } from "../find/material.ts";

/** Looks up the code under which a record is named; null for null. */
export type CodeOf = (id: string | null) => string | null;

export const codeLookUp =
  (material: Material): CodeOf =>
  (id) =>
    id === null ? null : (material.codes.get(id) ?? null);

type LinkRow = Material["links"][number];

/** On what a link rests, how that was put, and when what it says was so. */
export const groundsOf = ({ basis, note, heldEdtf, heldWording }: LinkRow) => ({
  basis,
  note,
  held: { edtf: heldEdtf, wording: heldWording },
});

/** What rests on nothing but the record itself. */
export const NO_GROUNDS = { basis: null, note: null, held: { edtf: null, wording: null } };

/** Codes of the other ends of a record's links of one kind, in a stable order. */
export function linkedCodes(material: Material, codeOf: CodeOf, kind: string, fromId: string): string[] {
  const codes = material.links.flatMap((link) =>
    link.kind === kind && link.fromId === fromId ? (codeOf(link.toId) ?? []) : [],
  );
  return [...new Set(codes)].toSorted();
}

export function linksOf(material: Material): Dossier["links"] {
  const codeOf = codeLookUp(material);
  return material.links.flatMap((link) => linkView(link, codeOf));
}

function linkView(link: LinkRow, codeOf: CodeOf): Dossier["links"] {
  const { code, kind, role } = link;
  const [fromCode, toCode] = [codeOf(link.fromId), codeOf(link.toId)];
  if (fromCode === null || toCode === null) return [];
  return [{ code, kind, fromCode, toCode, role, ...groundsOf(link), sourceCode: codeOf(link.basisSourceId) }];
}
