import { notFound } from "next/navigation";
import type { Fact } from "#components/ui/facts.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { wordDiff } from "#lib/core/word-diff.ts";
import { translator } from "#lib/i18n/server.ts";
import { directionOfLanguage } from "#lib/i18n/locales.ts";
import { compareVersions } from "#lib/testimonies/queries/compare-versions.ts";
import { factItems } from "../../../_parts/testimony/fact-items.tsx";
import { AccountCover } from "../../../_parts/testimony/account-cover.tsx";
import classes from "../../../_parts/testimony/testimony.module.css";
import { ChangedText } from "./_parts/changed-text.tsx";
import { VersionChoice } from "./_parts/version-choice.tsx";

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
  const isSame = found.changed.length === 0 && found.paragraphs.every(({ change }) => change === "same");
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
      {found.versions.length < 2 ? null : (
        <VersionChoice versions={found.versions} before={before} after={after} />
      )}
      {isSame ? <p role="note">{t("compare.none")}</p> : null}
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
      <Section id="changes" title={t("changesTitle")} lead={t("compare.key", { before, after })}>
        <AccountCover testimonyId={testimonyId}>
          <div className={classes.changes}>
            {found.paragraphs.map((one) => (
              <div key={one.number} className={classes.change} data-change={one.change}>
                <p>
                  {t("paragraph", { number: one.number })}
                  <br />
                  <span className={classes.quiet}>{t(`change.${one.change}`)}</span>
                </p>
                <ParagraphSide one={one} side="before" language={found.before.originalLanguage} />
                {one.change === "same" ? (
                  <div />
                ) : (
                  <ParagraphSide one={one} side="after" language={found.after.originalLanguage} />
                )}
              </div>
            ))}
          </div>
        </AccountCover>
      </Section>
    </>
  );
}

type Changed = Awaited<ReturnType<typeof compareVersions.run>>["paragraphs"][number];

/** One side of a paragraph, with the words marked that the other side does not have. */
function ParagraphSide({
  one,
  side,
  language,
}: {
  one: Changed;
  side: "before" | "after";
  language: string;
}) {
  const shown = one[side];
  if (shown === null) return <div />;
  const mark = side === "before" ? "removed" : "added";
  const parts = (was: string | null | undefined, is: string | null | undefined) =>
    one.change === "changed" ? wordDiff(was ?? "", is ?? "") : null;
  const original = parts(one.before?.original, one.after?.original);
  const translation = parts(one.before?.translation, one.after?.translation);
  return (
    <div>
      <p lang={language} dir={directionOfLanguage(language)}>
        {original === null ? shown.original : <ChangedText parts={original} side={mark} />}
      </p>
      {shown.translation === null ? null : (
        <p dir="auto" className={classes.quiet}>
          {translation === null ? shown.translation : <ChangedText parts={translation} side={mark} />}
        </p>
      )}
    </div>
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
