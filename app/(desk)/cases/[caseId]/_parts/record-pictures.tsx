import { IconMapPin, IconTimelineEvent } from "@tabler/icons-react";
import Link from "next/link";
import { listPictures } from "#lib/analysis/queries/list-pictures.ts";
import { maybeAsked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { linkNounOf } from "#lib/links/vocabulary.ts";
import { pictureOf } from "./address.ts";
import classes from "./record-pictures.module.css";

const ICON = { size: 16, stroke: 1.7, "aria-hidden": true } as const;

/** The ways from a record to the pictures of its case that show it; nothing where none does. */
export async function RecordPictures({ caseId, recordId }: { caseId: string; recordId: string }) {
  if (linkNounOf(recordId) === null) return null; // witnesses and victims stand in no picture
  const shown = await maybeAsked(listPictures, { recordId });
  if (!shown?.timeline && !shown?.map) return null;
  const t = await translator("analysis");
  return (
    <nav aria-label={t("seeing")} className={classes.pictures}>
      {shown.timeline ? (
        <Link href={pictureOf(caseId, "timeline", recordId)} prefetch={false}>
          <IconTimelineEvent {...ICON} />
          {t("marked.onTimeline")}
        </Link>
      ) : null}
      {shown.map ? (
        <Link href={pictureOf(caseId, "map", recordId)} prefetch={false}>
          <IconMapPin {...ICON} />
          {t("marked.onMap")}
        </Link>
      ) : null}
    </nav>
  );
}
