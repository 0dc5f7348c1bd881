import { VerificationPill } from "#components/media/verification-pill.tsx";
import { Section } from "#components/ui/section.tsx";
import { translator } from "#lib/i18n/server.ts";
import { localNames } from "../../../_parts/local-names.ts";
import { Prose } from "../../../_parts/prose.tsx";
import { RecordName } from "../../../_parts/record-name.tsx";
import classes from "./reported-checks.module.css";

interface Props {
  caseId: string;
  checks: readonly {
    readonly sourceId: string;
    readonly state: string;
    readonly note: string | null;
    readonly source: { readonly id: string; readonly name: string; readonly nameAr: string | null } | null;
  }[];
}

/** What outlets say they found about an item, outlet by outlet; never a rank of our own. */
export async function ReportedChecks({ caseId, checks }: Props) {
  const [t, named] = await Promise.all([translator("media"), localNames()]);
  return (
    <Section id="checks" title={t("verifications.title")} lead={t("verifications.lead")}>
      {checks.length === 0 ? (
        <p className={classes.quiet}>{t("verifications.none")}</p>
      ) : (
        <ul className={classes.checks}>
          {checks.map(({ sourceId, state, note, source }) => (
            <li key={sourceId}>
              <div className={classes.line}>
                <VerificationPill state={state} focusable />
                <span>
                  {t("saidBy")}{" "}
                  {source === null ? (
                    t("outletGone")
                  ) : (
                    <RecordName
                      href={`/cases/${caseId}/sources/${source.id}`}
                      name={named(source.name, source.nameAr)}
                    />
                  )}
                </span>
              </div>
              {note === null ? null : <Prose text={note} />}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
