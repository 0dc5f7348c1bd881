import Link from "next/link";
import type { GraphNode } from "#components/graph/graph-view.ts";
import { RecordTable } from "#components/table/record-table.tsx";
import type { TableUrlSpec } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { translator } from "#lib/i18n/server.ts";

const GRAPH_URL: TableUrlSpec = { sorts: [], defaultSort: { key: "step", dir: "asc" } };

/** The graph as a table: every record that it draws, how it belongs there, and over which record. */
export async function GraphTable({ nodes }: { nodes: readonly GraphNode[] }) {
  const t = await translator("analysis");
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const neighbours = nodes.filter(({ step }) => step > 0);
  return (
    <RecordTable
      layout={null}
      tableId="neighbours"
      caption={t("graph.picture")}
      urlSpec={GRAPH_URL}
      columns={[
        { key: "title", header: t("graph.columns.title") },
        { key: "code", header: t("graph.columns.code"), kind: "code" },
        { key: "kind", header: t("graph.columns.kind") },
        { key: "via", header: t("graph.columns.via") },
        { key: "over", header: t("graph.columns.over") },
        { key: "graph", header: t("graph.columns.graph") },
      ]}
      rows={neighbours
        .toSorted((a, b) => a.step - b.step || a.row - b.row)
        .map((node) => ({
          id: node.id,
          href: node.href,
          cells: {
            title: <bdi>{node.title}</bdi>,
            code: <Code code={node.code} />,
            kind: node.kind,
            via: node.via,
            over: node.step === 1 ? t("graph.direct") : <bdi>{byId.get(node.parentId ?? "")?.title}</bdi>,
            graph: (
              <Link href={node.graphHref} prefetch={false} aria-label={t("graph.of", { title: node.title })}>
                {t("graph.name")}
              </Link>
            ),
          },
        }))}
      page={{ next: null, previous: null }}
      empty={<EmptyState title={t("graph.empty.title")} />}
    />
  );
}
