import { Stack } from "@mantine/core";
import Link from "next/link";
import { Code } from "#components/ui/code.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import type { readExport } from "#lib/exports/queries/read-export.ts";
import { translator } from "#lib/i18n/server.ts";
import { ExportPill } from "./export-pill.tsx";

type ExportAnswer = Awaited<ReturnType<typeof readExport.run>>;

/** The keys to the codes of an export of records, and the way to ask for one. */
export async function KeyToCodes({ row }: { row: ExportAnswer }) {
  const t = await translator("exports");
  const list = `/cases/${row.caseId}/exports`;
  return (
    <Section
      id="key"
      title={t("key.title")}
      lead={t("key.lead")}
      actions={
        row.may.key ? (
          <LinkButton href={`${list}/${row.id}/key/new`} variant="default" size="xs">
            {t("key.ask")}
          </LinkButton>
        ) : undefined
      }
    >
      {row.keys.length === 0 ? (
        <p>{t("key.none")}</p>
      ) : (
        <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
          {row.keys.map((key) => (
            <li key={key.id}>
              <Link href={`${list}/${key.id}`} prefetch={false}>
                <Code code={key.code} />
              </Link>{" "}
              <ExportPill value={key.status} />
            </li>
          ))}
        </Stack>
      )}
    </Section>
  );
}

/** Whom a key names, by code. */
export async function NamedInKey({ codes }: { codes: readonly string[] }) {
  const t = await translator("exports");
  return (
    <Section id="named" title={t("key.inIt")} lead={t("key.inItLead")}>
      <CodeList codes={codes} />
    </Section>
  );
}

/** Codes of people, one a line. */
export function CodeList({ codes }: { codes: readonly string[] }) {
  return (
    <ul>
      {codes.map((code) => (
        <li key={code}>
          <Code code={code} />
        </li>
      ))}
    </ul>
  );
}
