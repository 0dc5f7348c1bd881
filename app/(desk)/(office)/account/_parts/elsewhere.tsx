import type { ReactNode } from "react";
import { CommandButton } from "#components/form/command-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { readOwnIdentity } from "#lib/identities/queries/read-own-identity.ts";
import { ConnectElsewhereButton } from "./connect-elsewhere-button.tsx";

/** The provider that may be asked in place of the password; nothing where none is set. */
export async function Elsewhere() {
  const [t, format, { provider, tiedAt }] = await Promise.all([
    translator("account"),
    formats(),
    asked(readOwnIdentity, {}),
  ]);
  if (provider === null) return null;
  return (
    <Section
      id="elsewhere"
      title={t("elsewhere.title")}
      lead={t.rich("elsewhere.lead", { name: provider, bdi: isolated })}
      actions={
        tiedAt === null ? (
          <ConnectElsewhereButton provider={provider} />
        ) : (
          <CommandButton
            label={t("elsewhere.untie")}
            command="identity.untie"
            input={{}}
            confirm={t("elsewhere.untieText")}
            doneText={t("elsewhere.untied")}
            size="xs"
          />
        )
      }
    >
      <p>{tiedAt === null ? t("elsewhere.none") : t("elsewhere.since", { when: format.instant(tiedAt) })}</p>
    </Section>
  );
}

const isolated = (chunks: ReactNode): ReactNode => <bdi>{chunks}</bdi>;
