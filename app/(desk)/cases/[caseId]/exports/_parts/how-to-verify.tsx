import { Section } from "#components/ui/section.tsx";
import { translator } from "#lib/i18n/server.ts";

/**
 * What a receiver types to check the file: the hash on record, each part, and the log inside; of a key to codes, which holds no log,
 * also how it is opened.
 */
export async function HowToVerify({
  code,
  sha256,
  isKey = false,
}: {
  code: string;
  sha256: string;
  isKey?: boolean;
}) {
  const t = await translator("exports");
  const name = isKey ? `${code}.zip.age` : `${code}.zip`;
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
          {command(`echo "${sha256}  ${name}" | sha256sum -c`)}
        </li>
        {isKey ? (
          <li>
            {t("key.decrypt")}
            {command(`age -d -i key.txt -o ${code}.zip ${name}`)}
          </li>
        ) : null}
        <li>
          {t("page.verify2")}
          {command("sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt")}
        </li>
        <li>
          {t("page.verify3")}
          {command(`python3 docs/verify/check-bag.py ${code}.zip`)}
        </li>
        {isKey ? null : <li>{t("page.verify4")}</li>}
      </ol>
    </Section>
  );
}
