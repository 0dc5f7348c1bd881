import { GraphPicture } from "#components/graph/graph-picture.tsx";
import type { GraphNode } from "#components/graph/graph-view.ts";
import { ViewToggle } from "#components/picture/view-toggle.tsx";
import type { UrlParams } from "#components/table/url-state.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { readNeighbours } from "#lib/analysis/queries/read-neighbours.ts";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { asSearchParams, viewIn } from "../../../_parts/address.ts";
import { LINK_PATHS } from "../../../_parts/link-paths.ts";
import { linkWords } from "../../../_parts/link-words.ts";
import { localNames } from "../../../_parts/local-names.ts";
import { GraphTable } from "./_parts/graph-table.tsx";
import classes from "./_parts/graph-page.module.css";

interface Props {
  params: Promise<{ caseId: string; recordId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function GraphPage({ params, searchParams }: Props) {
  const { caseId, recordId } = await params;
  const view = viewIn(asSearchParams(await searchParams));
  const [t, links, roles, named, format, found] = await Promise.all([
    translator("analysis"),
    translator("links"),
    linkWords(),
    localNames(),
    formats(),
    asked(readNeighbours, { recordId }),
  ]);
  const { record } = found;
  const room = await translator(LINK_PATHS[record.noun]);
  const list = `/cases/${caseId}/${LINK_PATHS[record.noun]}`;
  const nodes = found.nodes.map((node): GraphNode => ({
    id: node.id,
    step: node.step,
    row: node.row,
    kind: t(`noun.${node.noun}`),
    noun: node.noun,
    title: named(node.label, node.labelAr),
    code: node.code,
    href: `/cases/${caseId}/${LINK_PATHS[node.noun]}/${node.id}`,
    graphHref: `/cases/${caseId}/links/${node.id}/graph${view === "table" ? "?as=table" : ""}`,
    via:
      node.link === null
        ? ""
        : [
            links(`heading.${node.link.kind}.${node.link.side}`),
            roles.role(node.link.kind, node.link.side, node.link.role),
          ]
            .filter((part) => part !== null)
            .join(" · "),
    parentId: node.parentId,
  }));
  const leftOut = found.leftOut.map(({ noun, count, more }) =>
    t("graph.leftOutOf", {
      noun: t(`nouns.${noun}`),
      number: more ? t("orMore", { number: format.number(count) }) : format.number(count),
    }),
  );
  return (
    <>
      <PageHeader
        title={t("graph.title", { title: named(record.label, record.labelAr) })}
        lead={t("graph.lead")}
        breadcrumb={[
          { label: room("title"), href: list },
          { label: record.code, href: `${list}/${recordId}` },
          { label: t("graph.name") },
        ]}
        actions={<ViewToggle view={view} />}
      />
      {nodes.length === 1 ? (
        <EmptyState
          title={t("graph.empty.title")}
          action={<LinkButton href={`${list}/${recordId}#links`}>{t("graph.empty.action")}</LinkButton>}
        >
          {t("graph.empty.text")}
        </EmptyState>
      ) : view === "table" ? (
        <GraphTable nodes={nodes} />
      ) : (
        <GraphPicture nodes={nodes} lines={found.links} rows={found.rows} />
      )}
      {leftOut.length === 0 ? null : (
        <p className={classes.leftOut}>{t("graph.leftOut", { list: format.list(leftOut) })}</p>
      )}
    </>
  );
}
