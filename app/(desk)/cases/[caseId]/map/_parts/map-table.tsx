import { RecordTable } from "#components/table/record-table.tsx";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { translator } from "#lib/i18n/server.ts";
import { Titled } from "../../_parts/titled.tsx";
import { mapUrl } from "./map-url.ts";
import type { MapFound, mapWords } from "./map-words.ts";

interface Props {
  caseId: string;
  found: MapFound;
  words: Awaited<ReturnType<typeof mapWords>>;
}

/** The map as a table: the same places, how exactly each is known, and what is counted there. */
export async function MapTable({ caseId, found, words }: Props) {
  const t = await translator("analysis");
  return (
    <RecordTable
      layout={null}
      tableId="map"
      caption={t("map.places")}
      urlSpec={mapUrl}
      columns={[
        { key: "name", header: t("map.columns.name") },
        { key: "code", header: t("map.columns.code"), kind: "code" },
        { key: "precision", header: t("map.columns.precision") },
        { key: "incidents", header: t("map.columns.incidents"), kind: "number" },
        { key: "testimonies", header: t("map.columns.testimonies"), kind: "number" },
        { key: "point", header: t("map.columns.point") },
      ]}
      rows={found.points.map((point, index) => ({
        id: point.id,
        href: `/cases/${caseId}/places/${point.id}`,
        cells: {
          name: <Titled title={words.points[index]?.name} mark={point.isMarked ? t("marked.label") : null} />,
          code: <Code code={point.code} />,
          precision: words.points[index]?.precision,
          incidents: words.number(point.incidents),
          testimonies: words.number(point.testimonies),
          point: <bdi dir="ltr">{[point.latitude, point.longitude].join(", ")}</bdi>,
        },
      }))}
      page={{ next: null, previous: null }}
      empty={<EmptyState title={t("map.empty.title")} />}
    />
  );
}
