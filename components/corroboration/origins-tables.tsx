import Link from "next/link";
import { Unprinted } from "#components/care/unprinted.tsx";
import { Code } from "#components/ui/code.tsx";
import { isolated } from "#components/ui/isolated.ts";
import { Section } from "#components/ui/section.tsx";
import type { OriginsAnswer } from "#lib/corroboration/queries/read-origins.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { originWords } from "./origin-words.ts";
import { ORIGIN_PATHS } from "./origin-paths.ts";
import classes from "./origins.module.css";

/** The picture in words: each item with its origin, how it counts, and whether it carries the level. */
export async function OriginItems({ caseId, answer }: { caseId: string; answer: OriginsAnswer }) {
  const [t, evidence, words] = await Promise.all([
    translator("origins"),
    translator("corroboration"),
    originWords(answer),
  ]);
  const heads = ["origin", "item", "who", "how", "counts"] as const;
  return (
    <Section id="items" title={t("items.title")} lead={t("items.lead")}>
      <div className={classes.scroller}>
        <table className={classes.table} aria-labelledby="items-title">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(`items.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.origins.flatMap((origin) =>
              origin.records.flatMap((record) =>
                record.statements.map((statement) => (
                  <tr key={statement.id}>
                    <th scope="row">{words.number(origin.id)}</th>
                    <td>
                      <Link
                        href={`/cases/${caseId}/${ORIGIN_PATHS[record.type]}/${record.id}`}
                        prefetch={false}
                      >
                        <Code code={record.code} />
                      </Link>{" "}
                      {words.noun(record)}
                      <div className={classes.quiet}>
                        {t("items.statement")} <Code code={statement.code} />
                      </div>
                    </td>
                    <td>
                      <Who name={words.who(record)} />
                    </td>
                    <td>{words.how(record, statement)}</td>
                    <td>
                      {words.counts(statement)}
                      {statement.weight.carries ? (
                        <strong> · {evidence("evidence.inWitnessSet")}</strong>
                      ) : null}
                    </td>
                  </tr>
                )),
              ),
            )}
          </tbody>
        </table>
      </div>
      {answer.origins
        .filter(({ left }) => left > 0)
        .map(({ id, left }) => (
          <p key={id} className={classes.quiet}>
            {t("items.more", { number: words.number(id), count: left })}
          </p>
        ))}
    </Section>
  );
}

function Who({ name }: { name: string | null }) {
  if (name === null) return "–";
  return (
    <Unprinted isInline>
      <bdi>{name}</bdi>
    </Unprinted>
  );
}

interface TieRow {
  readonly key: string;
  readonly kind: string;
  readonly between: string;
  readonly effect: string;
  readonly strength: string;
  readonly recorded: OriginsAnswer["ties"][number]["recorded"] | null;
}

/** Every tie in words: what makes items one origin, and what makes origins depend on each other in part. */
export async function OriginTies({ answer }: { answer: OriginsAnswer }) {
  const t = await translator("origins");
  const rows = await tieRows(answer);
  const heads = ["kind", "between", "effect", "strength", "known"] as const;
  return (
    <Section id="ties" title={t("ties.title")} lead={t("ties.lead")}>
      {rows.length === 0 ? (
        <p className={classes.quiet}>{t("ties.none")}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls and holds no link: the keyboard must reach it (WCAG 2.1.1)
        <section className={classes.scroller} aria-label={t("ties.table")} tabIndex={0}>
          <table className={classes.table} aria-labelledby="ties-title">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {t(`ties.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, kind, between, effect, strength, recorded }) => (
                <tr key={key}>
                  <th scope="row">{kind}</th>
                  <td>{between}</td>
                  <td>{effect}</td>
                  <td className={classes.strength}>{strength}</td>
                  <td>
                    <Known recorded={recorded} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  );
}

/** What follows from all ties together first, then what makes one origin, then the rest, strongest first. */
async function tieRows(answer: OriginsAnswer): Promise<TieRow[]> {
  const [t, corroboration, format, words] = await Promise.all([
    translator("origins"),
    translator("corroboration"),
    formats(),
    originWords(answer),
  ]);
  const on = ({ each, others }: OriginsAnswer["dependent"][number]) => {
    const list = format.list(each.map(words.name));
    if (others.length > 0)
      return t("ties.eachAndOthers", { list, others: format.list(others.map(words.name)) });
    const [one = "", other = ""] = each.map(words.name);
    return each.length === 2 ? t("ties.pair", { one, other }) : t("ties.each", { list });
  };
  const dependent = answer.dependent.map((line) => ({
    key: `dependent ${line.each.join(" ")}`,
    kind: t("ties.dependentLong"),
    between: on(line),
    effect: t("ties.notTwo"),
    strength: "–",
    recorded: null,
  }));
  const hard = answer.origins.flatMap(({ id, ties, records }) =>
    ties.map(({ kinds, between, through, recorded }) => {
      const [one = "", other = ""] = between.map((end) =>
        isolated(records.find((record) => record.id === end)?.code ?? ""),
      );
      const via =
        through.length === 0 ? [] : [t("ties.through", { through: format.list(through.map(isolated)) })];
      return {
        key: `${id} ${between.join(" ")}`,
        kind: words.kinds(kinds),
        between: [t("ties.pair", { one, other }), ...via].join(" · "),
        effect: t("ties.oneOrigin"),
        strength: t("ties.whole"),
        recorded,
      };
    }),
  );
  const soft = answer.ties.map((tie, at) => ({
    key: `${tie.kind} ${at}`,
    kind: words.kinds([tie.kind]),
    between: on(tie),
    effect: t("ties.inPart"),
    strength: corroboration("dependency.weight", { tenths: tie.tenths }),
    recorded: tie.recorded,
  }));
  return [...dependent, ...hard, ...soft];
}

/** From where a tie is known: recorded by people, with what they noted, or shown by the record. */
async function Known({ recorded }: Pick<TieRow, "recorded">) {
  const t = await translator("origins");
  if (recorded === null) return "–";
  if (recorded.count === 0) return t("ties.shownByRecord");
  return (
    <>
      {t("ties.recorded")}
      <Unprinted>
        {recorded.noted.map(({ id, note, weightReason }) => (
          <div key={id} className={classes.quiet}>
            {note === null ? null : <span dir="auto">{note}</span>}
            {weightReason === null ? null : (
              <div>
                {t("ties.reweighed")} <q dir="auto">{weightReason}</q>
              </div>
            )}
          </div>
        ))}
      </Unprinted>
      {recorded.left === 0 ? null : (
        <div className={classes.quiet}>{t("ties.moreNotes", { count: recorded.left })}</div>
      )}
    </>
  );
}
