import Link from "next/link";
import { Code } from "#components/ui/code.tsx";
import { translator } from "#lib/i18n/server.ts";
import classes from "./marked-note.module.css";

interface Props {
  record: { readonly code: string; readonly title: string; readonly href: string };
  /** The same picture without the mark. */
  clearHref: string;
  /** Back to the part of the picture in which the record stands, when another one is shown. */
  againHref: string | null;
  /** What of the record the picture does not show, and why. */
  unshown?: string | null;
}

/** Says which record a picture marks, and leads to it and away from it. */
export async function MarkedNote({ record, clearHref, againHref, unshown = null }: Props) {
  const t = await translator("analysis");
  return (
    <p className={classes.note} role="note">
      <span>{t("marked.label")}</span>
      <Link href={record.href} prefetch={false}>
        <bdi>{record.title}</bdi>
      </Link>
      <Code code={record.code} />
      {unshown === null ? null : <span>{unshown}</span>}
      {againHref === null ? null : (
        <Link href={againHref} prefetch={false}>
          {t("marked.again")}
        </Link>
      )}
      <Link href={clearHref} prefetch={false}>
        {t("marked.clear")}
      </Link>
    </p>
  );
}
