/** Sources, places, actors, incidents, figures and media items of the record, as steps. */
import { recordActor } from "#lib/actors/commands/record-actor.ts";
import type { ViolationCode } from "#lib/codebook/violations.ts";
import { recordFigure } from "#lib/figures/commands/record-figure.ts";
import { recordIncident } from "#lib/incidents/commands/record-incident.ts";
import { recordMedia } from "#lib/media/commands/record-media.ts";
import { amendPlace } from "#lib/places/commands/amend-place.ts";
import { recordPlace } from "#lib/places/commands/record-place.ts";
import { findPlace } from "#lib/places/find.ts";
import { PlaceFields } from "#lib/places/vocabulary.ts";
import { recordSource } from "#lib/sources/commands/record-source.ts";
import { INCIDENT_SUSPECT_LINK, violationOf } from "./codebook-map.ts";
import { keyOf, linkSteps } from "./plan-links.ts";
import { parentsFirst } from "./read-record.ts";
import type { CoastalRecord, CoastalRow } from "./records.ts";
import type { Step, StepContext } from "./steps.ts";

const maybe = (
  idOf: StepContext["idOf"],
  file: Parameters<typeof keyOf>[0],
  id: string | null,
): string | null => (id === null ? null : idOf(keyOf(file, id)));

/** The record grades no source, so no grade is made: whoever has none counts as F, and says that nobody graded them. */
export function sourceSteps({ sources }: CoastalRecord): Step[] {
  return sources.map((row): Step => {
    const key = keyOf("sources", row.id);
    return {
      kind: "sources",
      key,
      add: ({ ctx, caseId }) =>
        ctx.run(recordSource, {
          caseId,
          importKey: key,
          name: row.name,
          nameAr: null,
          kind: row.kind,
          standpoint: row.standpoint_in_article,
          // What ties sources is taken from what the record says of each pair.
          partyId: null,
          organisationId: null,
          isUnattributed: false,
          note: row.note,
        }),
    };
  });
}

export function placeSteps({ places }: CoastalRecord): Step[] {
  const ordered = parentsFirst(places, (row) => row.parent_id);
  return ordered.map((row, position): Step => {
    const key = keyOf("places", row.id);
    const earlier = new Set(ordered.slice(0, position).map(({ id }) => id));
    const twin = row.possible_duplicate_of;
    return {
      kind: "places",
      key,
      async add(context) {
        const { ctx, caseId, idOf } = context;
        const made = await ctx.run(recordPlace, {
          caseId,
          importKey: key,
          name: row.name,
          nameAr: row.name_ar,
          variants: row.variants,
          kind: row.kind,
          precision: row.coordinate_precision?.precision ?? "P7",
          parentId: maybe(idOf, "places", row.parent_id),
          parentBasis: row.parent_basis,
          latE5: row.lat,
          lonE5: row.lon,
          coordinateBasis: row.coordinate_basis,
          possibleDuplicateOfId: twin !== null && earlier.has(twin) ? idOf(keyOf("places", twin)) : null,
          note: row.note,
        });
        // Of two that name each other, the first can do so only once the second is there.
        const waiting = places.filter(
          ({ id, possible_duplicate_of }) => possible_duplicate_of === row.id && earlier.has(id),
        );
        for (const { id } of waiting) await nameTwin(context, idOf(keyOf("places", id)), made.id);
        return made;
      },
    };
  });
}

async function nameTwin({ ctx }: StepContext, placeId: string, possibleDuplicateOfId: string): Promise<void> {
  const place = await findPlace(ctx, placeId);
  const entered = Object.fromEntries(
    Object.keys(PlaceFields.shape).map((name) => [name, Reflect.get(place, name)]),
  );
  const fields = PlaceFields.parse({ ...entered, possibleDuplicateOfId });
  await ctx.run(amendPlace, { ...fields, placeId, version: place.version });
}

export function actorSteps({ actors }: CoastalRecord): Step[] {
  return parentsFirst(actors, (row) => row.parent_id).map((row): Step => {
    const key = keyOf("actors", row.id);
    return {
      kind: "actors",
      key,
      add: ({ ctx, caseId, idOf }) =>
        ctx.run(recordActor, {
          caseId,
          importKey: key,
          name: row.name,
          nameAr: null,
          aliases: row.aliases,
          kind: row.kind,
          parentId: maybe(idOf, "actors", row.parent_id),
          affiliationAlleged: row.affiliation_as_alleged,
          attributedSide: row.attributed_side,
          note: row.note,
        }),
    };
  });
}

/** Incidents with the places where they happened and those who are alleged to have acted. */
export function incidentSteps({ incidents }: CoastalRecord): Step[] {
  const ordered = parentsFirst(incidents, (row) => row.parent_incident_id);
  return [...ordered.map(incidentStep), ...ordered.flatMap(incidentLinks)];
}

function incidentStep(row: CoastalRow<"incidents">): Step {
  const key = keyOf("incidents", row.id);
  return {
    kind: "incidents",
    key,
    add: ({ ctx, caseId, idOf }) =>
      ctx.run(recordIncident, {
        caseId,
        importKey: key,
        title: row.title,
        titleAr: null,
        recordKind: row.record_kind,
        occurredEdtf: row.edtf.edtf,
        occurredWording: row.edtf.wording,
        dateNote: row.date_note,
        localTime: row.local_time,
        victimGroup: row.victim_group,
        attributedSide: row.attributed_side,
        violations: row.violation_ids.map(indexCodeOf),
        summary: row.summary,
        parentId: maybe(idOf, "incidents", row.parent_incident_id),
        note: row.note,
      }),
  };
}

/** An incident's list of violations is an index for search, in which persecution is an entry like any other. */
function indexCodeOf(violationId: string): ViolationCode {
  const target = violationOf(violationId);
  return target.kind === "act" ? target.code : "X1";
}

function incidentLinks(row: CoastalRow<"incidents">): Step[] {
  const from = { file: "incidents", id: row.id } as const;
  return [
    ...linkSteps("incident_place", from, { file: "places", ids: row.place_ids }),
    ...row.alleged_perpetrators.flatMap(({ actor_id, basis, source_id }) =>
      linkSteps(
        "incident_suspect",
        from,
        { file: "actors", ids: [actor_id] },
        {
          ...INCIDENT_SUSPECT_LINK,
          basisSource: source_id,
          note: basis,
        },
      ),
    ),
  ];
}

export function figureSteps({ figures }: CoastalRecord): Step[] {
  return figures.map((row): Step => {
    const key = keyOf("figures", row.id);
    return {
      kind: "figures",
      key,
      add: ({ ctx, caseId, idOf }) =>
        ctx.run(recordFigure, {
          caseId,
          importKey: key,
          scope: row.scope,
          incidentId: maybe(idOf, "incidents", row.incident_id),
          placeId: maybe(idOf, "places", row.place_id),
          sourceId: idOf(keyOf("sources", row.source_id)),
          reportedViaId: maybe(idOf, "sources", row.reported_via_id),
          asOfEdtf: row.as_of.edtf,
          periodEdtf: row.period?.edtf ?? null,
          category: row.category,
          outcome: row.outcome,
          unit: row.unit,
          attributedTo: row.attributed_to,
          min: row.min,
          max: row.max,
          certainty: row.certainty,
          valueText: row.value_text,
          wording: row.statement,
          note: row.note,
        }),
    };
  });
}

export function mediaSteps({ media_items }: CoastalRecord): Step[] {
  return [...media_items.map(mediaStep), ...media_items.flatMap(mediaLinks)];
}

function mediaStep(row: CoastalRow<"media_items">): Step {
  const key = keyOf("media_items", row.id);
  return {
    kind: "media",
    key,
    add: ({ ctx, caseId, idOf }) =>
      ctx.run(recordMedia, {
        caseId,
        importKey: key,
        kind: row.kind,
        title: row.title,
        description: row.description,
        circulatedEdtf: row.circulated_date.edtf,
        circulatedBy: row.circulated_by.map((id) => idOf(keyOf("sources", id))),
        verifications: row.verification.map(({ source_id, state, note }) => ({
          sourceId: idOf(keyOf("sources", source_id)),
          state,
          note,
        })),
        note: row.note,
      }),
  };
}

function mediaLinks(row: CoastalRow<"media_items">): Step[] {
  const from = { file: "media_items", id: row.id } as const;
  return [
    ...linkSteps("media_incident", from, { file: "incidents", ids: row.incident_ids }),
    ...linkSteps("media_place", from, { file: "places", ids: row.place_ids }),
  ];
}
