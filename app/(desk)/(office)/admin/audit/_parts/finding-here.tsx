import { Alert } from "@mantine/core";
import { IconAlertTriangle, IconShieldCheck } from "@tabler/icons-react";
import type { FoundHere, SignedHere } from "#components/audit/read-and-verify.ts";
import { Code } from "#components/ui/code.tsx";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";
import { ChainFault } from "./chain-fault.tsx";

/** What the browser found in the log, and what it cannot see. */
export function FindingHere({ result, signed, held }: FoundHere & { held: boolean }) {
  const t = useTranslator("audit");
  const { number } = useFormats();
  if (!result.ok || signed.state === "forged")
    return (
      <Alert color="red" title={t("verify.wide")} icon={<IconAlertTriangle size={20} aria-hidden />}>
        {signed.state === "forged" ? <p>{t("verify.hereForged")}</p> : null}
        {result.ok ? null : <ChainFault {...result} />}
      </Alert>
    );
  return (
    <Alert color="green" title={t("verify.wide")} icon={<IconShieldCheck size={20} aria-hidden />}>
      <p>{t("verify.hereHolds", { count: number(result.count) })}</p>
      <Signed {...signed} />
      <p>
        {t("verify.note")} <Code code={`${result.count}:${result.root}`} copy />
      </p>
      <p>{held ? t("verify.notedUsed") : t("blind")}</p>
      <p>{t("verify.hereRows")}</p>
    </Alert>
  );
}

/** Of the newest checkpoint. The key is the server's word until somebody compares it with what is on paper. */
function Signed(signed: SignedHere) {
  const t = useTranslator("audit");
  const { number } = useFormats();
  if (signed.state !== "signed")
    return <p>{t(signed.state === "unable" ? "verify.hereUnable" : "verify.hereUnsigned")}</p>;
  return (
    <p>
      {t("verify.hereSigned", { size: number(signed.size) })} <Code code={signed.vkey} copy />
    </p>
  );
}
