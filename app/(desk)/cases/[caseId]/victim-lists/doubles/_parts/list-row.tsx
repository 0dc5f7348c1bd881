import Link from "next/link";
import { Facts } from "#components/ui/facts.tsx";
import { ShownName } from "#components/victim-lists/opened-names.tsx";
import { translator } from "#lib/i18n/server.ts";
import type { rowWords } from "../../_parts/row-words.ts";

interface Props {
  id: string;
  called: string;
  href: string;
  words: ReturnType<Awaited<ReturnType<typeof rowWords>>>;
}

/** One row of a list as it was published, to stand beside another. */
export async function ListRow({ id, called, href, words }: Props) {
  const t = await translator("rolls");
  return (
    <div>
      <Facts
        items={[
          {
            label: t("columns.position"),
            value: (
              <Link href={href} prefetch={false}>
                <bdi>{called}</bdi>
              </Link>
            ),
          },
          { label: t("columns.name"), value: <ShownName id={id} />, isUnprinted: true },
          { label: t("columns.age"), value: words.age },
          { label: t("columns.sex"), value: words.sex },
          { label: t("columns.place"), value: words.place === null ? null : <bdi>{words.place}</bdi> },
          { label: t("columns.date"), value: words.date },
          { label: t("columns.outcome"), value: words.outcome },
        ]}
      />
    </div>
  );
}
