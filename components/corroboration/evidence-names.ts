import { isolated } from "#components/ui/isolated.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";

/** A statement with what it was cut from and who speaks there. */
interface Said {
  readonly statement: {
    readonly id: string;
    readonly code: string;
    readonly basis: string;
    readonly mediaRank: string | null;
  };
  readonly witness: { readonly code: string } | null;
  readonly source: { readonly name: string; readonly nameAr: string | null } | null;
  readonly origin: { readonly type: string; readonly code: string } | null;
}

/**
 * What sentences about evidence call each statement, by its id: who says so and how they know, or which recording and what
 * was confirmed of it. Two statements of one witness are told apart by their codes.
 */
export async function evidenceNames(links: readonly Said[]): Promise<ReadonlyMap<string, string>> {
  const [t, codebook, locale] = await Promise.all([
    translator("corroboration"),
    translator("codebook"),
    requestLocale(),
  ]);
  const named = links.map(({ statement, witness, source, origin }) => {
    const sourceName = source && (locale === "ar" && source.nameAr ? source.nameAr : source.name);
    const who = witness?.code ?? sourceName ?? origin?.code ?? statement.code;
    const how =
      origin?.type === "media"
        ? codebook(`mediaRank.${statement.mediaRank ?? "M0"}.label`)
        : codebook(`basis.${statement.basis}.label`);
    return { id: statement.id, code: statement.code, name: t("evidence.named", { who: isolated(who), how }) };
  });
  const byName = Map.groupBy(named, ({ name }) => name);
  return new Map(
    named.map(({ id, code, name }) => {
      const isAlone = new Set((byName.get(name) ?? []).map((one) => one.id)).size < 2;
      return [id, isAlone ? name : `${name} ${isolated(code)}`];
    }),
  );
}
