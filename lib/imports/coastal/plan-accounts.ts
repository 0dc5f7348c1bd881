/** Accounts become testimonies that wait for review; proceedings, responses and lines of context follow. */
import { recordProceeding } from "#lib/proceedings/commands/record-proceeding.ts";
import { recordTimelineNote } from "#lib/proceedings/commands/record-timeline-note.ts";
import { recordTestimony } from "#lib/testimonies/commands/record-testimony.ts";
import { submitTestimony } from "#lib/testimonies/commands/submit-testimony.ts";
import { ACCOUNT_FORM, TESTIMONY_SUSPECT_LINK } from "./codebook-map.ts";
import { keyOf, linkSteps, SAYS_NOTHING } from "./plan-links.ts";
import { parentsFirst } from "./read-record.ts";
import type { CoastalRecord, CoastalRow } from "./records.ts";
import type { Step } from "./steps.ts";

/** A published account each, with its text as one paragraph, submitted; the title says who speaks, and of what. */
export function testimonySteps(record: CoastalRecord): Step[] {
  const names = new Map(record.sources.map(({ id, name }) => [id, name]));
  const titles = new Map(record.incidents.map(({ id, title }) => [id, title]));
  const titleOf = ({ source_id, incident_ids: [first = ""] }: CoastalRow<"accounts">) =>
    `${names.get(source_id) ?? ""}: ${titles.get(first) ?? ""}`;
  return [
    ...record.accounts.map((row) => testimonyStep(row, titleOf(row))),
    ...record.accounts.flatMap(testimonyLinks),
  ];
}

function testimonyStep(row: CoastalRow<"accounts">, title: string): Step {
  const key = keyOf("accounts", row.id);
  return {
    kind: "testimonies",
    key,
    async add({ ctx, caseId, idOf }) {
      const source = (id: string) => idOf(keyOf("sources", id));
      const draft = await ctx.run(recordTestimony, {
        caseId,
        importKey: key,
        kind: ACCOUNT_FORM.kind,
        title,
        witnessId: null,
        sourceId: source(row.source_id),
        // The chain begins behind the origin, which often publishes what it says itself.
        publisherIds: row.published_by.filter((id) => id !== row.source_id).map(source),
        voice: row.account_type,
        basis: row.directness,
        takenEdtf: row.reported_date.edtf,
        takenWording: row.reported_date.wording,
        takenPlaceId: null,
        eventEdtf: null,
        eventWording: null,
        note: row.note,
        textBasis: ACCOUNT_FORM.textBasis,
        originalLanguage: ACCOUNT_FORM.language,
        translationLanguage: null,
        translator: null,
        people: [],
        paragraphs: [{ number: null, original: row.summary, translation: null }],
      });
      return ctx.run(submitTestimony, { testimonyId: draft.id, version: draft.version });
    },
  };
}

function testimonyLinks(row: CoastalRow<"accounts">): Step[] {
  const from = { file: "accounts", id: row.id } as const;
  const described = new Set(row.allegations.map(({ incident_id }) => incident_id));
  return [
    ...linkSteps("testimony_incident", from, { file: "incidents", ids: row.incident_ids }, (id) => ({
      ...SAYS_NOTHING,
      role: described.has(id) ? "describes" : "mentions",
    })),
    ...linkSteps("testimony_place", from, { file: "places", ids: row.place_ids }),
    ...linkSteps(
      "testimony_suspect",
      from,
      { file: "actors", ids: row.suspect_actor_ids },
      {
        ...SAYS_NOTHING,
        ...TESTIMONY_SUSPECT_LINK,
      },
    ),
    ...linkSteps("testimony_figure", from, { file: "figures", ids: row.figure_ids }),
    ...linkSteps("testimony_media", from, { file: "media_items", ids: row.media_ids }),
  ];
}

export function proceedingSteps({ proceedings }: CoastalRecord): Step[] {
  const ordered = parentsFirst(proceedings, (row) => row.parent_proceeding_id);
  return [...ordered.map(proceedingStep), ...ordered.flatMap(proceedingLinks)];
}

function proceedingStep(row: CoastalRow<"proceedings">): Step {
  const key = keyOf("proceedings", row.id);
  return {
    kind: "proceedings",
    key,
    add: ({ ctx, caseId, idOf }) =>
      ctx.run(recordProceeding, {
        caseId,
        importKey: key,
        kind: row.kind,
        title: row.title,
        bodyActorId: row.body_actor_id === null ? null : idOf(keyOf("actors", row.body_actor_id)),
        heldEdtf: row.edtf.edtf,
        heldWording: row.edtf.wording,
        status: row.status,
        statusAsOfEdtf: row.status_as_of?.edtf ?? null,
        parentId:
          row.parent_proceeding_id === null ? null : idOf(keyOf("proceedings", row.parent_proceeding_id)),
        summary: row.summary,
        note: row.note,
      }),
  };
}

function proceedingLinks(row: CoastalRow<"proceedings">): Step[] {
  const from = { file: "proceedings", id: row.id } as const;
  return [
    ...linkSteps("proceeding_incident", from, { file: "incidents", ids: row.incident_ids }),
    ...linkSteps("proceeding_place", from, { file: "places", ids: row.place_ids }),
    ...linkSteps("proceeding_figure", from, { file: "figures", ids: row.figure_ids }),
    ...linkSteps("proceeding_media", from, { file: "media_items", ids: row.media_ids }),
    ...linkSteps("proceeding_source", from, { file: "sources", ids: row.source_ids }),
  ];
}

/** The timeline is drawn from the records themselves; of the chronology only its lines of context are kept. */
export function timelineNoteSteps({ chronology }: CoastalRecord): Step[] {
  return chronology.flatMap((row) =>
    row.context.map((line, index): Step => {
      const key = `${keyOf("chronology", row.id)}/${index + 1}`;
      return {
        kind: "timelineNotes",
        key,
        add: ({ ctx, caseId }) =>
          ctx.run(recordTimelineNote, {
            caseId,
            importKey: key,
            notedEdtf: row.date.edtf,
            title: row.title,
            body: line,
          }),
      };
    }),
  );
}
