import { LinkEditor } from "#components/links/link-editor.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { LinkList } from "#components/ui/link-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { counts, translator } from "#lib/i18n/server.ts";
import { listLinksOf } from "#lib/links/queries/list-links-of.ts";
import { describer } from "./describe.ts";
import { LinkActions } from "./link-actions.tsx";
import { LINK_PATHS } from "./link-paths.ts";
import { linkWords } from "./link-words.ts";
import { localNames } from "./local-names.ts";

const SHOWN = 8;

/** The links of one record by type, with their counts; what a role may do with them stands beside each. */
export async function RecordLinks({ caseId, recordId }: { caseId: string; recordId: string }) {
  const { groups, record, may } = await asked(listLinksOf, { recordId, page: { size: SHOWN } });
  const [t, pictures, words, named, describe, counted] = await Promise.all([
    translator("links"),
    translator("analysis"),
    linkWords(),
    localNames(),
    describer(),
    counts(),
  ]);
  const shown = groups.filter((group) => group.count > 0 || may.write);
  return (
    <Section
      id="links"
      title={t("title")}
      lead={t("lead")}
      actions={
        <LinkButton href={`/cases/${caseId}/links/${recordId}/graph`} variant="default" size="xs">
          {pictures("graph.name")}
        </LinkButton>
      }
    >
      {shown.length === 0 ? <p>{t("none")}</p> : null}
      <LinkList
        groups={shown.map(({ kind, side, other, count, alleged, rows }) => ({
          key: `${kind}-${side}`,
          label: t(`heading.${kind}.${side}`),
          count,
          items: rows.map((row) => ({
            id: row.id,
            href: `/cases/${caseId}/${LINK_PATHS[other]}/${row.other.id}`,
            code: row.other.code,
            label: named(row.other.label, row.other.labelAr),
            detail: [
              words.role(kind, side, row.role),
              alleged ? t("alleged") : null,
              words.basis(row.basis),
              row.basisSource && named(row.basisSource.name, row.basisSource.nameAr),
              row.heldEdtf === null ? row.heldWording : describe(row.heldEdtf),
              row.other.retracted ? t("otherRetracted") : null,
            ]
              .filter((part) => part !== null)
              .join(" · "),
            ...(may.write
              ? {
                  pill: (
                    <LinkActions
                      caseId={caseId}
                      kind={kind}
                      side={side}
                      link={row}
                      otherCode={row.other.code}
                    />
                  ),
                }
              : {}),
          })),
          ...(count > SHOWN
            ? {
                more: {
                  href: `/cases/${caseId}/links/${recordId}?kind=${kind}&side=${side}`,
                  label: t("all", { count, total: counted(count) }),
                },
              }
            : {}),
          ...(may.write
            ? {
                add: (
                  <LinkEditor caseId={caseId} recordId={record.id} kind={kind} side={side} other={other} />
                ),
              }
            : {}),
        }))}
      />
    </Section>
  );
}
