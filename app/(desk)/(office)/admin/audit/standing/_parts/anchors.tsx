import { Section } from "#components/ui/section.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { readStanding } from "#lib/audit/queries/read-standing.ts";
import { ANCHOR_AGE_MS_MAX } from "#lib/audit/vocabulary.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import classes from "./standing.module.css";

type Found = Awaited<ReturnType<typeof readStanding.run>>;

/** Where checkpoints lie out of reach of whoever runs the machine, how old the newest is, and what is wrong with any of it. */
export async function Anchors({
  found: { now, anchors, newestAt, faults, standing },
}: {
  readonly found: Found;
}) {
  const [t, format] = await Promise.all([translator("audit"), formats()]);
  const isOld = newestAt === null || now - newestAt > ANCHOR_AGE_MS_MAX;
  return (
    <Section
      id="anchors"
      title={t("anchors.title")}
      lead={t("anchors.lead")}
      actions={
        <StatusPill
          tone={isOld ? "bad" : "good"}
          label={
            newestAt === null
              ? t("anchors.none")
              : t(isOld ? "anchors.old" : "anchors.fresh", { when: format.instant(newestAt) })
          }
        />
      }
    >
      {anchors.length === 0 ? (
        <p>{t("anchors.how")}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              {(["kind", "place", "size", "at"] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`anchors.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {anchors.map(({ kind, place, size, at }) => (
              <tr key={`${kind} ${place}`}>
                <td>{t(`anchors.kinds.${kind}`)}</td>
                <td>
                  <bdi className={classes.place}>{place}</bdi>
                </td>
                <td>
                  {format.number(size)}{" "}
                  <span className={classes.quiet}>
                    {t("anchors.behind", { count: Math.max(0, (standing?.size ?? size) - size) })}
                  </span>
                </td>
                <td>{format.instant(at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {faults.length === 0 ? null : (
        <ul className={classes.faults}>
          {faults.map(({ kind, place, problem, since }) => (
            <li key={`${kind} ${place}`}>
              <StatusPill tone="bad" label={t(`anchors.kinds.${kind}`)} />{" "}
              {kind === "signer" || kind === "check" ? null : <bdi className={classes.place}>{place}</bdi>}{" "}
              {t(`anchors.problems.${problem}`)} {t("anchors.since", { when: format.instant(since) })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
