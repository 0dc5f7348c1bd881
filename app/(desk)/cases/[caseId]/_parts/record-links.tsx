import { LinkEditor } from "#components/links/link-editor.tsx";
import { CommandButton } from "#components/form/command-button.tsx";
import { LinkList } from "#components/ui/link-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";
import { listLinksOf } from "#lib/links/queries/list-links-of.ts";
import { describer } from "./describe.ts";

const SHOWN = 8;

/** The links of one record by type, with their counts; what a role may do with them stands beside each. */
export async function RecordLinks({ caseId, recordId }: { caseId: string; recordId: string }) {
  const { groups, record, may } = await asked(listLinksOf, { recordId, page: { size: SHOWN } });
  const [t, codebook, locale, describe] = await Promise.all([
    translator("links"),
    translator("codebook"),
    requestLocale(),
    describer(),
  ]);
  const shown = groups.filter((group) => group.count > 0 || may.write);
  const roleOf = (words: string | null, role: string | null) =>
    words && role ? codebook(`${words}.${role}.label`) : role;
  return (
    <Section id="links" title={t("title")} lead={t("lead")}>
      <LinkList
        groups={shown.map((group) => ({
          key: `${group.kind}-${group.side}`,
          label: t(`heading.${group.kind}.${group.side}`),
          count: group.count,
          items: group.rows.map((row) => ({
            id: row.id,
            href: `/cases/${caseId}/${PATHS[group.other]}/${row.other.id}`,
            code: row.other.code,
            label: locale === "ar" && row.other.labelAr ? row.other.labelAr : row.other.label,
            detail: [
              roleOf(group.roleWords, row.role),
              group.alleged ? t("alleged") : null,
              row.basis === null
                ? null
                : codebook.has(`linkBasis.${row.basis}.label`)
                  ? codebook(`linkBasis.${row.basis}.label`)
                  : row.basis,
              row.basisSource?.name ?? null,
              row.heldEdtf === null ? null : describe(row.heldEdtf),
              row.other.retracted ? t("otherRetracted") : null,
            ]
              .filter((part) => part !== null)
              .join(" · "),
            ...(may.write
              ? {
                  pill: (
                    <CommandButton
                      label={t("retract.action")}
                      command="link.retract"
                      input={{ linkId: row.id, version: row.version }}
                      reason={{
                        title: t("retract.title"),
                        explanation: t("retract.text"),
                        confirmLabel: t("retract.action"),
                      }}
                      weight="quiet"
                      size="xs"
                    />
                  ),
                }
              : {}),
          })),
          ...(group.count > SHOWN
            ? {
                more: {
                  href: `/cases/${caseId}/links/${recordId}?kind=${group.kind}&side=${group.side}`,
                  label: t("all", { count: group.count }),
                },
              }
            : {}),
          ...(may.write
            ? {
                add: (
                  <LinkEditor
                    caseId={caseId}
                    recordId={record.id}
                    kind={group.kind}
                    side={group.side}
                    other={group.other}
                  />
                ),
              }
            : {}),
        }))}
      />
    </Section>
  );
}

/** Where the pages of each noun are. */
export const PATHS = {
  testimony: "testimonies",
  incident: "incidents",
  actor: "actors",
  place: "places",
  media: "media",
  figure: "figures",
  proceeding: "proceedings",
  source: "sources",
} as const;
