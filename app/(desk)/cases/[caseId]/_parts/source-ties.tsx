import Link from "next/link";
import classes from "#components/corroboration/corroboration.module.css";
import { sourceTieSections } from "#components/corroboration/sections.ts";
import { FormInDialog } from "#components/form/form-in-dialog.tsx";
import { Unprinted } from "#components/care/unprinted.tsx";
import { TieActs } from "#components/corroboration/tie-acts.tsx";
import { Code } from "#components/ui/code.tsx";
import { Section } from "#components/ui/section.tsx";
import { maybeAsked } from "#lib/api/asked.ts";
import { listSourceTies } from "#lib/corroboration/queries/list-source-ties.ts";
import { translator } from "#lib/i18n/server.ts";
import { localNames } from "./local-names.ts";

interface Props {
  readonly caseId: string;
  /** One of the two is null. */
  readonly of: { readonly witnessId: string | null; readonly sourceId: string | null };
}

/** What ties a witness or a source to others who speak; left out for whoever may not know of evidence. */
export async function SourceTies({ caseId, of }: Props) {
  const [t, answer] = await Promise.all([
    translator("corroboration"),
    maybeAsked(listSourceTies, { recordId: of.witnessId ?? of.sourceId ?? "" }),
  ]);
  if (answer === null) return null;
  return (
    <Section
      id="ties"
      title={t("sourceTie.title")}
      lead={t("sourceTie.lead")}
      actions={
        answer.may.record ? (
          <FormInDialog
            label={t("sourceTie.action")}
            size="xs"
            form={{
              command: "sourceTie.record",
              namespace: "corroboration",
              under: "sourceTie",
              sections: sourceTieSections(t),
              fixed: { caseId, ...of },
              saveLabel: t("sourceTie.save"),
            }}
          />
        ) : undefined
      }
    >
      {answer.ties.length === 0 ? <p className={classes.quiet}>{t("sourceTie.none")}</p> : null}
      <ul className={classes.links}>
        {answer.ties.map((tie) => (
          <Tie key={tie.id} caseId={caseId} tie={tie} may={answer.may.weigh} />
        ))}
      </ul>
    </Section>
  );
}

type Tie = Awaited<ReturnType<typeof listSourceTies.run>>["ties"][number];

async function Tie({ caseId, tie, may }: { caseId: string; tie: Tie; may: boolean }) {
  const [t, named] = await Promise.all([translator("corroboration"), localNames()]);
  const { witness, source } = tie.other;
  return (
    <li className={classes.link}>
      <p>
        <strong>{t(`tie.${tie.kind}.label`)}</strong>{" "}
        <span className={classes.quiet}>
          {t(`tieFamily.${tie.family}`)}
          {tie.weightTenths === null ? null : ` · ${t("dependency.weight", { tenths: tie.weightTenths })}`}
        </span>
      </p>
      <p>
        {witness === null ? null : (
          <Link href={`/cases/${caseId}/witnesses/${witness.id}`} prefetch={false}>
            <Code code={witness.code} />
          </Link>
        )}
        {source === null ? null : (
          <Link href={`/cases/${caseId}/sources/${source.id}`} prefetch={false}>
            <Code code={source.code} /> <bdi>{named(source.name, source.nameAr)}</bdi>
          </Link>
        )}
      </p>
      {tie.note === null ? null : (
        <Unprinted>
          <p className={classes.quiet} dir="auto">
            {tie.note}
          </p>
        </Unprinted>
      )}
      {tie.weightReason === null ? null : (
        <p className={classes.quiet}>
          {t("dependency.reweighed")} <q dir="auto">{tie.weightReason}</q>
        </p>
      )}
      {may ? <TieActs tie={tie} of="sourceTie" id={{ sourceTieId: tie.id }} /> : null}
    </li>
  );
}
