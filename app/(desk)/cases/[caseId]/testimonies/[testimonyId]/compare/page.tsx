import { notFound } from "next/navigation";
import type { Fact } from "#components/ui/facts.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { directionOfLanguage } from "#lib/i18n/locales.ts";
import { compareVersions } from "#lib/testimonies/queries/compare-versions.ts";
import { factItems } from "../../../_parts/testimony/fact-items.tsx";
import classes from "../../../_parts/testimony/testimony.module.css";

interface Props {
  params: Promise<{ caseId: string; testimonyId: string }>;
  searchParams: Promise<{ before?: string; after?: string }>;
}

/** Two versions side by side: the facts that changed, and the text paragraph by paragraph. */
export default async function ComparePage({ params, searchParams }: Props) {
  const { caseId, testimonyId } = await params;
  const [before, after] = [Number((await searchParams).before), Number((await searchParams).after)];
  if (!Number.isSafeInteger(before) || !Number.isSafeInteger(after)) notFound();
  const [t, found] = await Promise.all([
    translator("testimonies"),
    asked(compareVersions, { testimonyId, before, after }),
  ]);
  const [earlier, later] = await Promise.all([
    factItems(found.before, caseId),
    factItems(found.after, caseId),
  ]);
  const home = `/cases/${caseId}/testimonies`;
  const side = (paragraph: { original: string; translation: string | null } | null, language: string) => (
    <div>
      {paragraph === null ? null : (
        <>
          <p lang={language} dir={directionOfLanguage(language)}>
            {paragraph.original}
          </p>
          {paragraph.translation === null ? null : (
            <p dir="auto" className={classes.quiet}>
              {paragraph.translation}
            </p>
          )}
        </>
      )}
    </div>
  );
  return (
    <>
      <PageHeader
        title={t("compareTitle", { before, after })}
        code={found.code}
        breadcrumb={[
          { label: t("title"), href: home },
          { label: found.code, href: `${home}/${testimonyId}` },
          { label: t("compareTitle", { before, after }) },
        ]}
        {...(found.after.amendmentReason === null
          ? {}
          : { lead: <q dir="auto">{found.after.amendmentReason}</q> })}
      />
      {found.changed.length === 0 ? null : (
        <Section id="changed-facts" title={t("changedFactsTitle")}>
          <div className={classes.changes}>
            {found.changed.map((name) => (
              <div key={name} className={classes.change} data-change="changed">
                <p>{later[name].label}</p>
                <FactValue fact={earlier[name]} />
                <FactValue fact={later[name]} />
              </div>
            ))}
          </div>
        </Section>
      )}
      <Section id="changes" title={t("changesTitle")}>
        <div className={classes.changes}>
          {found.paragraphs.map((one) => (
            <div key={one.number} className={classes.change} data-change={one.change}>
              <p>
                {t("paragraph", { number: one.number })}
                <br />
                <span className={classes.quiet}>{t(`change.${one.change}`)}</span>
              </p>
              {side(one.before, found.before.originalLanguage)}
              {one.change === "same" ? <div /> : side(one.after, found.after.originalLanguage)}
            </div>
          ))}
        </div>
      </Section>
    </>
  );
}

/** One side of a changed fact; what is not stated is said. */
async function FactValue({ fact: { value, note, missing = "notRecorded" } }: { fact: Fact }) {
  const common = await translator("common");
  return (
    <div>
      {value === null || value === "" ? <span className={classes.quiet}>{common(missing)}</span> : value}
      {note ? <div className={classes.quiet}>{note}</div> : null}
    </div>
  );
}
