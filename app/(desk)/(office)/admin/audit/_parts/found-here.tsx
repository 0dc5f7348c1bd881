import { Alert } from "@mantine/core";
import { IconAlertTriangle, IconShieldCheck } from "@tabler/icons-react";
import { Code } from "#components/ui/code.tsx";
import type { HereResult } from "#components/audit/verify-here.ts";
import { faultWords } from "#lib/audit/words.ts";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";

/** What the browser found in the log, and what it cannot see. */
export function FoundHere({ result, held }: { result: HereResult; held: boolean }) {
  const t = useTranslator("audit");
  const { number } = useFormats();
  if (!result.ok)
    return (
      <Alert color="red" title={t("verify.wide")} icon={<IconAlertTriangle size={20} aria-hidden />}>
        <p>
          {t("verify.chain_broken", { seq: number(result.firstBad), good: number(result.lastGood) })}{" "}
          {faultWords(t, result.why)}
        </p>
      </Alert>
    );
  return (
    <Alert color="green" title={t("verify.wide")} icon={<IconShieldCheck size={20} aria-hidden />}>
      <p>{t("verify.hereHolds", { count: number(result.count) })}</p>
      <p>
        {t("verify.note")} <Code code={`${result.count}:${result.root}`} copy />
      </p>
      <p>{held ? t("verify.notedUsed") : t("blind")}</p>
      <p>{t("verify.hereRows")}</p>
    </Alert>
  );
}
