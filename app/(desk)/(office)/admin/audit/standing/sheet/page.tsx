import { notFound } from "next/navigation";
import { Code } from "#components/ui/code.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { PrintButton } from "#components/ui/print-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { readStanding } from "#lib/audit/queries/read-standing.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { PlaceForm } from "../_parts/place-form.tsx";
import classes from "../_parts/standing.module.css";

/** The checkpoint of the day for paper: as text, as a picture that a telephone reads, and a line to sign on. */
export default async function SheetPage() {
  const [t, format, { standing, picture, may }] = await Promise.all([
    translator("audit"),
    formats(),
    asked(readStanding, {}),
  ]);
  if (!standing?.last || !picture || !may.anchor) notFound();
  const { last } = standing;
  return (
    <>
      <PageHeader
        title={t("sheet.title")}
        lead={t("sheet.lead")}
        breadcrumb={[
          { label: t("title"), href: "/admin/audit" },
          { label: t("standing.title"), href: "/admin/audit/standing" },
          { label: t("sheet.title") },
        ]}
        actions={<PrintButton label={t("sheet.print")} />}
      />
      <div className={classes.sheet}>
        <Facts
          items={[
            { label: t("standing.size"), value: format.number(last.size) },
            { label: t("standing.at"), value: format.instant(last.at) },
          ]}
        />
        <pre dir="ltr">{last.note}</pre>
        <figure className={classes.picture}>
          <svg viewBox={`0 0 ${picture.size} ${picture.size}`} aria-hidden shapeRendering="crispEdges">
            <path d={picture.path} fill="black" />
          </svg>
          <figcaption className={classes.quiet}>{t("sheet.picture")}</figcaption>
        </figure>
        <p>
          {t("sheet.check")} <Code code={`${last.size}:${last.root}`} copy />
        </p>
        <p className={classes.line}>{t("sheet.signature")}</p>
      </div>
      <div className={classes.acts}>
        <Section id="place" title={t("sheet.place")} lead={t("sheet.placeLead")}>
          <PlaceForm
            size={last.size}
            words={{ label: t("sheet.where"), submit: t("sheet.note"), done: t("sheet.noted") }}
          />
        </Section>
      </div>
    </>
  );
}
