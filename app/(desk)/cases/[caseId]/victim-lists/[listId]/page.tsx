import Link from "next/link";
import type { TableUrlSpec, UrlParams } from "#components/table/url-state.ts";
import { CommandButton } from "#components/form/command-button.tsx";
import { Code } from "#components/ui/code.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { AddRows } from "#components/victim-lists/add-rows.tsx";
import { OpenedNames, ShownName } from "#components/victim-lists/opened-names.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { readVictimList } from "#lib/victim-lists/queries/read-victim-list.ts";
import { describer } from "../../_parts/describe.ts";
import { listInput } from "../../_parts/list-input.ts";
import { localNames } from "../../_parts/local-names.ts";
import { Prose } from "../../_parts/prose.tsx";
import { RecordName } from "../../_parts/record-name.tsx";
import { RetractedNote } from "../../_parts/retracted-note.tsx";
import { rowWords } from "../_parts/row-words.ts";
import classes from "../_parts/lists.module.css";

const COLUMNS = ["position", "name", "age", "sex", "place", "date", "outcome", "victim"] as const;
const ROWS_URL: TableUrlSpec = { sorts: [], defaultSort: { key: "position", dir: "asc" } };

interface Props {
  params: Promise<{ caseId: string; listId: string }>;
  searchParams: Promise<UrlParams>;
}

/** One list with its rows as they were published, and which victim each of them is. */
export default async function VictimListPage({ params, searchParams }: Props) {
  const { caseId, listId } = await params;
  const { page } = listInput(await searchParams, ROWS_URL);
  const [t, ui, format, named, describe, words, found] = await Promise.all([
    translator("rolls"),
    translator("ui"),
    formats(),
    localNames(),
    describer(),
    rowWords(),
    asked(readVictimList, { listId, page }),
  ]);
  const { list, rows, may, persons } = found;
  return (
    <>
      <PageHeader
        title={list.title}
        code={list.code}
        lead={
          <>
            {t("columns.source")}:{" "}
            <RecordName
              href={`/cases/${caseId}/sources/${list.source.id}`}
              name={named(list.source.name, list.source.nameAr)}
            />
            {list.asOfEdtf === null ? null : ` · ${t("columns.asOf")}: ${describe(list.asOfEdtf)}`}
          </>
        }
        breadcrumb={[{ label: t("title"), href: `/cases/${caseId}/victim-lists` }, { label: list.code }]}
        actions={
          may.write ? (
            <CommandButton
              label={t("retract.action")}
              command="victimList.retract"
              input={{ listId, version: list.version }}
              reason={{
                title: t("retract.action"),
                explanation: t("retract.text"),
                confirmLabel: t("retract.action"),
              }}
              tone="danger"
            />
          ) : null
        }
      />
      <RetractedNote row={list} text={t("retract.text")} />
      {list.note === null ? null : <Prose text={list.note} />}
      <Section
        id="rows"
        title={t("rows.title")}
        lead={
          <strong>
            {list.retractedAt === null
              ? t("minimum", { count: persons, number: format.number(persons) })
              : t("retracted")}
          </strong>
        }
        bare
      >
        <OpenedNames
          caseId={caseId}
          entryIds={rows.map(({ id }) => id)}
          opening={found.opening}
          mayOpen={may.openNames && rows.length > 0}
        >
          {rows.length === 0 ? <p>{t("rows.none")}</p> : null}
          {rows.length === 0 ? null : (
            <div className={classes.scroller}>
              <table className={classes.table}>
                <thead>
                  <tr>
                    {COLUMNS.map((key) => (
                      <th key={key} scope="col">
                        {t(`columns.${key}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => {
                    const said = words(row);
                    return (
                      <tr key={row.id}>
                        <td>
                          <a id={row.id} href={`#${row.id}`}>
                            {format.number(row.position)}
                          </a>
                        </td>
                        <th scope="row">
                          <ShownName id={row.id} />
                        </th>
                        <td>{said.age}</td>
                        <td>{said.sex}</td>
                        <td>
                          <bdi>{said.place}</bdi>
                        </td>
                        <td>{said.date}</td>
                        <td>{said.outcome}</td>
                        <td>
                          {row.victim === null ? (
                            t("rows.alone")
                          ) : (
                            <Link href={`/cases/${caseId}/victims/${row.victim.id}`} prefetch={false}>
                              <Code code={row.victim.code} />
                            </Link>
                          )}
                        </td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </div>
          )}
          {found.next === null ? null : (
            <Link href={`/cases/${caseId}/victim-lists/${listId}?after=${found.next}`} prefetch={false}>
              {ui("table.next")}
            </Link>
          )}
        </OpenedNames>
      </Section>
      {may.write ? (
        <Section id="add" title={t("add.title")} lead={t("add.lead")}>
          <AddRows listId={listId} />
        </Section>
      ) : null}
    </>
  );
}
