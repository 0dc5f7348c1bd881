import { Button, NativeSelect, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { Section } from "#components/ui/section.tsx";
import type { listLosses } from "#lib/breach/queries/list-losses.ts";
import type { Loss } from "#lib/breach/words.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { localNames } from "../../_parts/local-names.ts";
import classes from "./breach.module.css";

interface Props {
  losses: Awaited<ReturnType<typeof listLosses.run>>;
  wanted: {
    loss: Loss;
    input: { exportId?: string | undefined; accountId?: string | undefined; since?: string | undefined };
  } | null;
}

/** What was lost, in three plain forms: the address says what was chosen, by ids and days alone. */
export async function Choice({ losses: { bags, people }, wanted }: Props) {
  const [t, format, named] = await Promise.all([translator("breach"), formats(), localNames()]);
  const bagName = ({ code, contents, finishedAt, recipient }: (typeof bags)[number]) =>
    [
      code,
      ...(contents === "records" ? [] : [t("what.key")]),
      ...(recipient === null ? [] : [named(recipient.name, recipient.nameAr)]),
      ...(finishedAt === null ? [] : [format.instantDay(finishedAt)]),
    ].join(" · ");
  const way = (loss: Loss, fields: ReactNode, isOpen = true) => (
    <form method="get" className={classes.way} aria-labelledby={`lost-${loss}`}>
      <input type="hidden" name="lost" value={loss} />
      <h3 id={`lost-${loss}`}>{t(`what.${loss}`)}</h3>
      {fields}
      {isOpen ? (
        <Button type="submit" variant="default" aria-describedby={`lost-${loss}`}>
          {t("what.show")}
        </Button>
      ) : null}
    </form>
  );
  return (
    <div className={classes.choice}>
      <Section id="lost" title={t("what.title")} lead={t("what.lead")}>
        <div className={classes.ways}>
          {way("case", <p>{t("what.caseHelp")}</p>)}
          {way(
            "export",
            bags.length === 0 ? (
              <p>{t("what.noBag")}</p>
            ) : (
              <NativeSelect
                name="export"
                label={t("what.bag")}
                data={bags.map((bag) => ({ value: bag.id, label: bagName(bag) }))}
                defaultValue={wanted?.input.exportId ?? bags[0]?.id ?? ""}
              />
            ),
            bags.length > 0,
          )}
          {way(
            "access",
            <>
              <NativeSelect
                name="account"
                label={t("what.account")}
                data={people.map(({ accountId, accountName, displayName }) => ({
                  value: accountId,
                  label: `${displayName} (${accountName})`,
                }))}
                defaultValue={wanted?.input.accountId ?? people[0]?.accountId ?? ""}
              />
              <TextInput
                type="date"
                name="since"
                required
                label={t("what.since")}
                description={t("what.sinceHelp")}
                defaultValue={wanted?.input.since ?? ""}
              />
            </>,
          )}
        </div>
      </Section>
    </div>
  );
}
