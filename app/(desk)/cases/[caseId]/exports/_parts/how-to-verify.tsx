import { Section } from "#components/ui/section.tsx";
import { translator } from "#lib/i18n/server.ts";

/** What a receiver types to check the file: the hash on record, each part, and the log inside. */
export async function HowToVerify({ code, sha256 }: { code: string; sha256: string }) {
  const t = await translator("exports");
  const command = (text: string) => (
    <pre dir="ltr" style={{ margin: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
      <code>{text}</code>
    </pre>
  );
  return (
    <Section id="verify" title={t("page.verify")} lead={t("page.verifyLead")}>
      <ol>
        <li>
          {t("page.verify1")}
          {command(`echo "${sha256}  ${code}.zip" | sha256sum -c`)}
        </li>
        <li>
          {t("page.verify2")}
          {command("sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt")}
        </li>
        <li>
          {t("page.verify3")}
          {command(`python3 docs/verify/check-bag.py ${code}.zip`)}
        </li>
        <li>{t("page.verify4")}</li>
      </ol>
    </Section>
  );
}
