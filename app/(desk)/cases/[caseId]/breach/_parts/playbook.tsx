import Link from "next/link";
import { Section } from "#components/ui/section.tsx";
import { translator } from "#lib/i18n/server.ts";
import classes from "./breach.module.css";

const STEPS = ["stop", "report", "paper", "reach", "tell", "assess", "holders", "keep"] as const;

/** What to do after a loss, in which order. @param first whose page tells what happened to everybody, or null */
export async function Playbook({ caseId, first }: { caseId: string; first: string | null }) {
  const t = await translator("breach");
  return (
    <Section id="playbook" title={t("playbook.title")}>
      <ol className={classes.steps}>
        {STEPS.map((step) => (
          <li key={step}>
            {t(`playbook.${step}`)}
            {step === "report" && first !== null ? (
              <>
                {" "}
                <Link href={`/cases/${caseId}/witnesses/${first}/risk/report`} prefetch={false}>
                  {t("row.toReport")}
                </Link>
              </>
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
