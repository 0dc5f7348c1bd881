import { figureCategories, figureNumbers } from "#components/figures/figure-words.ts";
import { proceedingWords } from "#components/proceedings/proceeding-words.ts";
import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import { maybeAsked } from "#lib/api/asked.ts";
import { readFigure } from "#lib/figures/queries/read-figure.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { readMedia } from "#lib/media/queries/read-media.ts";
import { readProceeding } from "#lib/proceedings/queries/read-proceeding.ts";
import { FigureFacts } from "../../figures/[figureId]/_parts/figure-facts.tsx";
import { describer } from "../describe.ts";
import { localNames } from "../local-names.ts";
import { Prose } from "../prose.tsx";
import { RecordName } from "../record-name.tsx";
import { LinkCounts, PreviewView, type Previewer } from "./preview-view.tsx";

/** A media item by its facts. Its description may be hard to read: it stays folded, on its page. */
export const previewMedia: Previewer = async (mediaId) => {
  const item = await maybeAsked(readMedia, { mediaId });
  if (item === null) return null;
  const [t, codebook, named, describe, format] = await Promise.all([
    translator("media"),
    translator("codebook"),
    localNames(),
    describer(),
    formats(),
  ]);
  return {
    href: `/cases/${item.caseId}/media/${mediaId}`,
    retracted: item.retractedAt !== null,
    view: (
      <PreviewView kind={codebook(`mediaKind.${item.kind}.label`)} title={item.title} code={item.code}>
        <Section id="facts" title={t("sections.item.title")}>
          <Facts
            items={[
              {
                label: t("fields.circulatedEdtf.label"),
                value: item.circulatedEdtf === null ? t("undated") : describe(item.circulatedEdtf),
              },
              {
                label: t("carriers.title"),
                value:
                  item.carriers.length === 0
                    ? null
                    : format.list(item.carriers.map((outlet) => named(outlet.name, outlet.nameAr))),
                missing: "none",
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
        <LinkCounts recordId={mediaId} />
      </PreviewView>
    ),
  };
};

/** A figure in its own words, with what it covers. */
export const previewFigure: Previewer = async (figureId) => {
  const figure = await maybeAsked(readFigure, { figureId });
  if (figure === null) return null;
  const [t, codebook, say, category] = await Promise.all([
    translator("figures"),
    translator("codebook"),
    figureNumbers(),
    figureCategories(),
  ]);
  return {
    href: `/cases/${figure.caseId}/figures/${figureId}`,
    retracted: figure.retractedAt !== null,
    view: (
      <PreviewView
        kind={t("one")}
        title={`${say(figure)} · ${category(figure.category)} · ${codebook(`figureOutcome.${figure.outcome}.label`)}`}
        code={figure.code}
      >
        <Section id="wording" title={t("fields.wording.label")}>
          <Prose text={figure.wording} />
        </Section>
        <FigureFacts caseId={figure.caseId} figure={figure} />
        <LinkCounts recordId={figureId} />
      </PreviewView>
    ),
  };
};

/** A proceeding or a response, with its body and where it stands. */
export const previewProceeding: Previewer = async (proceedingId) => {
  const row = await maybeAsked(readProceeding, { proceedingId });
  if (row === null) return null;
  const [t, words, named, describe] = await Promise.all([
    translator("proceedings"),
    proceedingWords(),
    localNames(),
    describer(),
  ]);
  const { body, family } = row;
  return {
    href: `/cases/${row.caseId}/proceedings/${proceedingId}`,
    retracted: row.retractedAt !== null,
    view: (
      <PreviewView kind={t(`oneOf.${family}`)} title={row.title} code={row.code}>
        <Section id="summary" title={t("fields.summary.label")}>
          <Prose text={row.summary} />
        </Section>
        <Section id="facts" title={t("sections.proceeding.title")}>
          <Facts
            items={[
              { label: t("fields.kind.label"), value: words.kind(family, row.kind) },
              {
                label: t("fields.held.label"),
                value: row.heldEdtf === null ? t("undated") : describe(row.heldEdtf),
                note: row.heldWording && <span dir="auto">{row.heldWording}</span>,
              },
              {
                label: t("fields.status.label"),
                value: row.status && words.status(family, row.status),
                ...(row.statusAsOfEdtf === null
                  ? {}
                  : { note: t("statusAsOf", { date: describe(row.statusAsOfEdtf) }) }),
              },
              {
                label: t("fields.bodyActorId.label"),
                value: body && (
                  <RecordName
                    href={`/cases/${row.caseId}/actors/${body.id}`}
                    name={named(body.name, body.nameAr)}
                  />
                ),
              },
            ]}
          />
        </Section>
        <LinkCounts recordId={proceedingId} />
      </PreviewView>
    ),
  };
};
