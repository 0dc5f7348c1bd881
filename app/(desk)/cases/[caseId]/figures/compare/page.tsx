import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { FigureId } from "#lib/figures/vocabulary.ts";
import { compareFigures } from "#lib/figures/queries/compare-figures.ts";
import { COMPARED_MAX, COMPARED_MIN } from "#lib/figures/words.ts";
import { translator } from "#lib/i18n/server.ts";
import { ChooseFigures } from "./_parts/choose-figures.tsx";
import { SideBySide } from "./_parts/side-by-side.tsx";

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Two to six figures side by side: what each says it covers, and whether any two of them count the same thing. */
export default async function CompareFiguresPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { figure = [] } = await searchParams;
  const asIds = [...new Set([figure].flat())].filter((id) => FigureId.safeParse(id).success);
  const chosen = asIds.slice(0, COMPARED_MAX);
  const t = await translator("figures");
  const found =
    chosen.length < COMPARED_MIN ? null : await asked(compareFigures, { caseId, figureIds: chosen });
  return (
    <>
      <PageHeader
        title={t("compare.title")}
        lead={t("compare.lead")}
        breadcrumb={[{ label: t("title"), href: `/cases/${caseId}/figures` }, { label: t("compare.title") }]}
      />
      {found === null ? null : <SideBySide caseId={caseId} found={found} />}
      <ChooseFigures caseId={caseId} chosen={chosen} hasMore={asIds.length > COMPARED_MAX} />
    </>
  );
}
