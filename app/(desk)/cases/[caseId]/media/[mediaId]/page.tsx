import { Alert } from "@mantine/core";
import { IconPhotoOff } from "@tabler/icons-react";
import { Facts } from "#components/ui/facts.tsx";
import { RecordColumns } from "#components/ui/record-columns.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { readMedia } from "#lib/media/queries/read-media.ts";
import { describer } from "../../_parts/describe.ts";
import { localNames } from "../../_parts/local-names.ts";
import { Prose } from "../../_parts/prose.tsx";
import { RecordHead } from "../../_parts/record-head.tsx";
import { RecordCiting } from "../../_parts/record-citing.tsx";
import { RecordHistory } from "../../_parts/record-history.tsx";
import { RecordTeamwork } from "../../_parts/teamwork/record-teamwork.tsx";
import { RecordLinks } from "../../_parts/record-links.tsx";
import { RecordList } from "../../_parts/record-list.tsx";
import { ReportedChecks } from "./_parts/reported-checks.tsx";

export default async function MediaItemPage({
  params,
}: {
  params: Promise<{ caseId: string; mediaId: string }>;
}) {
  const { caseId, mediaId } = await params;
  const [t, codebook, named, describe, item] = await Promise.all([
    translator("media"),
    translator("codebook"),
    localNames(),
    describer(),
    asked(readMedia, { mediaId }),
  ]);
  return (
    <>
      <RecordHead
        caseId={caseId}
        room="media"
        kind={codebook(`mediaKind.${item.kind}.label`)}
        title={item.title}
        row={item}
      />
      <Alert
        variant="light"
        color="gray"
        icon={<IconPhotoOff size={18} aria-hidden />}
        title={t("described")}
        mb="md"
      >
        {t("lead")}
      </Alert>
      <RecordColumns
        side={
          <>
            <RecordTeamwork recordId={mediaId} />
            <RecordHistory recordId={mediaId} />
          </>
        }
      >
        <Section id="item" title={t("sections.item.title")}>
          <Facts
            items={[
              {
                label: t("fields.kind.label"),
                value: codebook(`mediaKind.${item.kind}.label`),
                note: codebook(`mediaKind.${item.kind}.definition`),
              },
              {
                label: t("fields.circulatedEdtf.label"),
                value: item.circulatedEdtf === null ? t("undated") : describe(item.circulatedEdtf),
              },
              {
                label: t("fields.description.label"),
                value: (
                  <details>
                    <summary>
                      {t("showDescription")} – {t("descriptionWarning")}
                    </summary>
                    <Prose text={item.description} />
                  </details>
                ),
                wide: true,
              },
              {
                label: t("fields.note.label"),
                value: item.note && <Prose text={item.note} />,
                missing: "none",
                wide: true,
              },
            ]}
          />
        </Section>
        <Section id="carriers" title={t("carriers.title")}>
          <RecordList
            none={t("carriers.none")}
            items={item.carriers.map((outlet) => ({
              id: outlet.id,
              href: `/cases/${caseId}/sources/${outlet.id}`,
              code: outlet.code,
              label: named(outlet.name, outlet.nameAr),
            }))}
          />
        </Section>
        <ReportedChecks caseId={caseId} checks={item.verifications} />
        <RecordLinks caseId={caseId} recordId={mediaId} />
        <RecordCiting caseId={caseId} recordId={mediaId} />
      </RecordColumns>
    </>
  );
}
