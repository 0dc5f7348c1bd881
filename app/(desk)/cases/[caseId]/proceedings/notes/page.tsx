import { IconTimelineEvent } from "@tabler/icons-react";
import Link from "next/link";
import { CommandButton } from "#components/form/command-button.tsx";
import { NoteEditor } from "#components/proceedings/note-editor.tsx";
import type { TableUrlSpec, UrlParams } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { listTimelineNotes } from "#lib/proceedings/queries/list-timeline-notes.ts";
import { describer } from "../../_parts/describe.ts";
import { listInput } from "../../_parts/list-input.ts";
import { Prose } from "../../_parts/prose.tsx";
import classes from "./notes.module.css";

const NOTES_URL: TableUrlSpec = { sorts: ["noted"], defaultSort: { key: "noted", dir: "asc" } };

interface Props {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<UrlParams>;
}

export default async function TimelineNotesPage({ params, searchParams }: Props) {
  const { caseId } = await params;
  const { page, direction } = listInput(await searchParams, NOTES_URL);
  const [t, ui, describe, found] = await Promise.all([
    translator("proceedings"),
    translator("ui"),
    describer(),
    asked(listTimelineNotes, { caseId, direction, page }),
  ]);
  const list = `/cases/${caseId}/proceedings`;
  const retract = t("timelineNote.retract.action");
  return (
    <>
      <PageHeader
        title={t("timelineNote.title")}
        lead={t("timelineNote.lead")}
        breadcrumb={[{ label: t("title"), href: list }, { label: t("timelineNote.title") }]}
        {...(found.may.write ? { actions: <NoteEditor caseId={caseId} /> } : {})}
      />
      {found.rows.length === 0 ? (
        <EmptyState title={t("timelineNote.empty.title")} icon={<IconTimelineEvent size={32} stroke={1.4} />}>
          {t("timelineNote.empty.text")}
        </EmptyState>
      ) : (
        <ol className={classes.notes}>
          {found.rows.map((note) => (
            <li key={note.id} id={note.id}>
              <div className={classes.head}>
                <h2 dir="auto">{note.title}</h2>
                {found.may.write ? (
                  <div>
                    <NoteEditor caseId={caseId} note={note} />
                    <CommandButton
                      label={retract}
                      command="timelineNote.retract"
                      input={{ timelineNoteId: note.id, version: note.version }}
                      reason={{
                        title: retract,
                        explanation: t("timelineNote.retract.text"),
                        confirmLabel: retract,
                      }}
                      tone="danger"
                      weight="quiet"
                      size="xs"
                    />
                  </div>
                ) : null}
              </div>
              <p className={classes.date}>
                {note.notedEdtf === null ? t("undated") : describe(note.notedEdtf)} ·{" "}
                <Code code={note.code} />
              </p>
              <Prose text={note.body} />
            </li>
          ))}
        </ol>
      )}
      {found.previous === null && found.next === null ? null : (
        <nav aria-label={ui("table.pages")} className={classes.pages}>
          {found.previous === null ? null : (
            <Link href={`${list}/notes?before=${found.previous}`}>{ui("table.previous")}</Link>
          )}
          {found.next === null ? null : (
            <Link href={`${list}/notes?after=${found.next}`}>{ui("table.next")}</Link>
          )}
        </nav>
      )}
    </>
  );
}
