import Link from "next/link";
import { Covered, type TellsOf } from "#components/care/covered.tsx";
import { Unprinted } from "#components/care/unprinted.tsx";
import { CommandButton } from "#components/form/command-button.tsx";
import { Code } from "#components/ui/code.tsx";
import { isolated } from "#components/ui/isolated.ts";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { AllegationAnswer } from "#lib/corroboration/queries/read-allegation.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import classes from "./corroboration.module.css";
import { ORIGIN_PATHS } from "./origin-paths.ts";
import { passageOf } from "./passage.ts";
import { StancePill } from "./pills.tsx";

export type LinkOfFacet = AllegationAnswer["facets"][number]["links"][number];

interface Props {
  readonly caseId: string;
  readonly link: LinkOfFacet;
  /** What the testimony that it was cut from tells of; undefined where it is no testimony. */
  readonly of: readonly TellsOf[] | undefined;
  /** The paragraphs that its statement was cut from, where the page shows them. */
  readonly excerpt?: readonly { readonly number: number; readonly original: string }[];
}

/** One statement as evidence: what it claims, where it comes from, how it counts, who linked it and why. */
export async function EvidenceLink({ caseId, link, of, excerpt = [] }: Props) {
  const [t, format] = await Promise.all([translator("corroboration"), formats()]);
  const words = (
    <>
      <p dir="auto" className={classes.claim}>
        {link.statement.claim}
      </p>
      {excerpt.map(({ number, original }) => (
        <blockquote key={number} dir="auto" className={classes.excerpt}>
          <span className={classes.quiet}>{t("evidence.excerpt", { number })}: </span>
          {original}
        </blockquote>
      ))}
    </>
  );
  return (
    <li className={classes.link} data-stance={link.stance}>
      <p>
        <StancePill value={link.stance} /> <ResolutionPill link={link} /> <Code code={link.statement.code} />
      </p>
      {of === undefined || link.origin === null ? (
        <Unprinted>{words}</Unprinted>
      ) : (
        <Unprinted>
          <Covered recordId={link.origin.id} of={of}>
            {words}
          </Covered>
        </Unprinted>
      )}
      <Origin caseId={caseId} link={link} />
      <Weight link={link} />
      <p className={classes.quiet}>
        {t("evidence.because")}{" "}
        <Unprinted isInline>
          <span dir="auto">{link.rationale}</span>
        </Unprinted>{" "}
        {t("evidence.linkedBy", { name: isolated(link.authorName), day: format.instantDay(link.createdAt) })}
      </p>
      {link.resolvedAt === null ? null : (
        <p className={classes.quiet}>
          {t("evidence.resolvedBy", {
            name: isolated(link.resolverName ?? ""),
            day: format.instantDay(link.resolvedAt),
          })}{" "}
          <q dir="auto">{link.resolutionReason}</q>
        </p>
      )}
      <LinkActs link={link} />
    </li>
  );
}

async function ResolutionPill({ link }: { link: LinkOfFacet }) {
  const t = await translator("corroboration");
  if (link.stance !== "contradict") return null;
  return link.resolvedAt === null ? (
    <StatusPill label={t("evidence.unresolved")} tone="bad" />
  ) : (
    <StatusPill label={t("evidence.resolved")} tone="neutral" />
  );
}

/** What the statement was cut from, and who speaks there: a witness by code, or the source that spoke. */
async function Origin({
  caseId,
  link: { origin, witness, source, statement },
}: Pick<Props, "caseId" | "link">) {
  const [t, locale] = await Promise.all([translator("corroboration"), requestLocale()]);
  if (origin === null) return null;
  const name = source && (locale === "ar" && source.nameAr ? source.nameAr : source.name);
  return (
    <p className={classes.quiet}>
      {t("evidence.from")}{" "}
      <Link href={`/cases/${caseId}/${ORIGIN_PATHS[origin.type]}/${origin.id}`} prefetch={false}>
        <Code code={origin.code} /> <bdi>{origin.title}</bdi>
      </Link>
      {witness === null ? null : (
        <>
          {" · "}
          <Code code={witness.code} />
        </>
      )}
      {name === null ? null : (
        <>
          {" · "}
          <bdi>{name}</bdi>
        </>
      )}
      {origin.type === "testimony" ? (
        <>
          {" · "}
          <Link href={passageOf(caseId, statement)} prefetch={false}>
            {t("evidence.seeWords")}
          </Link>
        </>
      ) : null}
    </p>
  );
}

/** How the speaker knows, how source and claim are graded, and what that makes of it here. */
async function Weight({ link: { statement, weight, stance } }: { link: LinkOfFacet }) {
  const [t, codebook] = await Promise.all([translator("corroboration"), translator("codebook")]);
  const credibility = weight?.credibility ?? null;
  const counts = stance === "support" || stance === "contradict";
  const said: string[] = [
    t("evidence.knows", { basis: codebook(`basis.${statement.basis}.label`) }),
    ...(weight === null
      ? []
      : [
          t("evidence.reliability", {
            grade: `${weight.reliability} (${codebook(`reliability.${weight.reliability}.label`)})`,
          }),
        ]),
    credibility === null
      ? t("evidence.notGraded")
      : t("evidence.credibility", { words: codebook(`plausibility.${credibility}.label`) }),
    ...(weight?.firsthand ? [t("evidence.firsthand")] : []),
    ...(weight?.withdrawn ? [t("evidence.withdrawn")] : []),
    ...(weight && counts && !weight.withdrawn
      ? [
          weight.quality === 0
            ? t("evidence.countsNothing")
            : t("evidence.weight", { quality: weight.quality }),
        ]
      : []),
  ];
  return (
    <p className={classes.quiet}>
      {said.join(" · ")}{" "}
      {weight?.inWitnessSet ? <StatusPill label={t("evidence.inWitnessSet")} tone="info" /> : null}
    </p>
  );
}

/** What may be done with the link; where a four-eyes rule stands against resolving, the rule is said. */
async function LinkActs({ link }: { link: LinkOfFacet }) {
  const [t, problems] = await Promise.all([translator("corroboration"), translator("problems")]);
  const { retract, resolve } = link.may;
  const input = { linkId: link.id, version: link.version };
  const waits = link.stance === "contradict" && link.resolvedAt === null;
  const said = waits && resolve.rule !== null && resolve.rule !== "role.missing" ? resolve.rule : null;
  if (!retract.allowed && !resolve.allowed && said === null) return null;
  const act = (key: "retract" | "resolve", allowed: boolean) =>
    allowed ? (
      <CommandButton
        label={t(`evidence.${key}.action`)}
        command={`evidence.${key}`}
        input={input}
        reason={{
          title: t(`evidence.${key}.action`),
          explanation: t(`evidence.${key}.text`),
          confirmLabel: t(`evidence.${key}.action`),
        }}
        weight={key === "resolve" ? "plain" : "quiet"}
        size="xs"
      />
    ) : null;
  return (
    <div className={classes.acts}>
      {act("resolve", resolve.allowed)}
      {act("retract", retract.allowed)}
      {said === null ? null : <span className={classes.quiet}>{problems(`rule.${said}`)}</span>}
    </div>
  );
}
