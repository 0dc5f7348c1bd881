import { notFound } from "next/navigation";
import { LinkEditor } from "#components/links/link-editor.tsx";
import { RecordTable } from "#components/table/record-table.tsx";
import type { ColumnView } from "#components/table/table-view.ts";
import type { TableUrlSpec, UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { listLinksOf } from "#lib/links/queries/list-links-of.ts";
import { LinkKind, LinkSide } from "#lib/links/vocabulary.ts";
import { describer } from "../../_parts/describe.ts";
import { LinkActions } from "../../_parts/link-actions.tsx";
import { LINK_PATHS } from "../../_parts/link-paths.ts";
import { linkWords } from "../../_parts/link-words.ts";
import { listInput } from "../../_parts/list-input.ts";
import { localNames } from "../../_parts/local-names.ts";
import { RecordName } from "../../_parts/record-name.tsx";
import { keptList } from "../../../../_parts/kept-list.ts";

const LINKS_URL: TableUrlSpec = { sorts: [], defaultSort: { key: "created", dir: "desc" } };

interface Props {
  params: Promise<{ caseId: string; recordId: string }>;
  searchParams: Promise<UrlParams & { kind?: string; side?: string }>;
}

export default async function LinksPage({ params, searchParams }: Props) {
  const { caseId, recordId } = await params;
  const sought = await searchParams;
  const kind = LinkKind.options.find((one) => one === sought.kind);
  const side = LinkSide.options.find((one) => one === sought.side);
  if (kind === undefined || side === undefined) notFound();
  const { page } = listInput(sought, LINKS_URL);
  const { groups, record, may } = await asked(listLinksOf, { recordId, kind, side, page });
  const [group] = groups;
  if (group === undefined) notFound();
  const { rows } = group;
  const path = LINK_PATHS[record.noun];
  const [t, room, words, named, describe, format] = await Promise.all([
    translator("links"),
    translator(path),
    linkWords(),
    localNames(),
    describer(),
    formats(),
  ]);
  const heading = t(`heading.${kind}.${side}`);
  // A column about which no link on this page says anything is left out.
  const whereSaid = (says: (row: (typeof rows)[number]) => unknown, column: ColumnView) =>
    rows.some((row) => says(row) !== null) ? [column] : [];
  const list = `/cases/${caseId}/${path}`;
  return (
    <>
      <PageHeader
        title={heading}
        lead={t("lead")}
        breadcrumb={[
          { label: room("title"), href: list },
          { label: record.code, href: `${list}/${recordId}` },
          { label: heading },
        ]}
        {...(may.write
          ? {
              actions: (
                <LinkEditor caseId={caseId} recordId={recordId} kind={kind} side={side} other={group.other} />
              ),
            }
          : {})}
      />
      <RecordTable
        {...await keptList(`links-${kind}`)}
        caption={heading}
        urlSpec={LINKS_URL}
        columns={[
          { key: "record", header: t("columns.record") },
          { key: "code", header: t("columns.code"), kind: "code" },
          ...(group.roleWords === null ? [] : [{ key: "role", header: t("columns.role") }]),
          ...whereSaid((row) => row.basis, { key: "basis", header: t("columns.basis") }),
          ...whereSaid((row) => row.basisSource, {
            key: "source",
            header: t("columns.source"),
            isSecondary: true,
          }),
          ...whereSaid((row) => row.heldEdtf ?? row.heldWording, {
            key: "held",
            header: t("columns.held"),
            kind: "date",
            isSecondary: true,
          }),
          ...whereSaid((row) => row.note, { key: "note", header: t("fields.note.label"), isSecondary: true }),
          {
            key: "created",
            header: t("columns.created"),
            kind: "date",
            isSecondary: true,
            hiding: "at-first",
          },
          ...(may.write ? [{ key: "actions", header: t("columns.actions") }] : []),
        ]}
        rows={rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/${LINK_PATHS[group.other]}/${row.other.id}`,
          cells: {
            record: (
              <>
                <bdi>{named(row.other.label, row.other.labelAr)}</bdi>
                {row.other.retracted ? ` (${t("otherRetracted")})` : null}
              </>
            ),
            code: <Code code={row.other.code} />,
            role: [words.role(kind, side, row.role), group.alleged ? t("alleged") : null]
              .filter((part) => part !== null)
              .join(" · "),
            basis: words.basis(row.basis),
            source: row.basisSource && (
              <RecordName
                href={`/cases/${caseId}/sources/${row.basisSource.id}`}
                name={named(row.basisSource.name, row.basisSource.nameAr)}
              />
            ),
            held: row.heldEdtf === null ? row.heldWording : describe(row.heldEdtf),
            note: row.note && <span dir="auto">{row.note}</span>,
            created: format.instantDay(row.createdAt),
            actions: (
              <LinkActions caseId={caseId} kind={kind} side={side} link={row} otherCode={row.other.code} />
            ),
          },
        }))}
        page={group}
        total={group.count}
        empty={<EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>}
      />
    </>
  );
}
