import { type ChainFault as Fault, faultWords } from "#lib/audit/words.ts";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";

interface Props {
  firstBad: number;
  /** Where only a range can be named: its last number. */
  lastBad?: number;
  lastGood: number;
  why: Fault;
}

/** Where a log does not hold, as closely as can be said, and why. */
export function ChainFault({ firstBad, lastBad, lastGood, why }: Props) {
  const t = useTranslator("audit");
  const { number } = useFormats();
  const [seq, good] = [number(firstBad), number(lastGood)];
  return (
    <p>
      {lastBad === undefined || lastBad === firstBad
        ? t("verify.chain_broken", { seq, good })
        : t("verify.range", { seq, to: number(lastBad), good })}{" "}
      {faultWords(t, why)}
    </p>
  );
}
