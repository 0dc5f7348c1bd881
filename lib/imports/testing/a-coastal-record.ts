import type { CoastalFile } from "../coastal/records.ts";

type Files = Record<CoastalFile, Record<string, unknown>[]>;

/**
 * A small record with one of everything: two sources, of which one is unattributed; two places that may be one; an act
 * that one account alleges, another denies, and a figure and a film are set beside.
 * @param text marks every free text
 */
export function aCoastalRecord(text: (words: string) => string): Files {
  const note = text("note");
  return {
    sources: [
      { id: "src_monitor", name: text("Monitor"), kind: "monitor", standpoint_in_article: null, note },
      {
        id: "src_interior_ministry",
        name: text("Ministry"),
        kind: "state",
        standpoint_in_article: text("official"),
        note,
      },
      { id: "src_seed_article", name: text("Article"), kind: "media", standpoint_in_article: null, note },
    ],
    places: [
      place("plc_valley", "region", text("Valley"), {}),
      place("plc_mill", "village", text("Mill"), {
        parent_id: "plc_valley",
        parent_basis: "article",
        possible_duplicate_of: "plc_mills",
      }),
      place("plc_mills", "village", text("Mills"), {
        possible_duplicate_of: "plc_mill",
        lat: 35.52,
        lon: 35.79,
        coordinate_precision: "0.05deg",
        coordinate_basis: "general_knowledge",
      }),
    ],
    actors: [actor("act_ministry", text("Ministry"), null), actor("act_unit", text("Unit"), "act_ministry")],
    violations: [
      violation("vio_unlawful_killing", text("Unlawful killing")),
      violation("vio_persecution", text("Persecution")),
    ],
    incidents: [
      incident("inc_valley", text("Events in the valley"), { record_kind: "umbrella" }),
      incident("inc_mill", text("Killings at the mill"), {
        parent_incident_id: "inc_valley",
        place_ids: ["plc_mill"],
        violation_ids: ["vio_unlawful_killing", "vio_persecution"],
        alleged_perpetrators: [
          { actor_id: "act_unit", basis: text("named by the monitor"), source_id: "src_monitor" },
        ],
      }),
    ],
    figures: [
      {
        id: "fig_mill",
        scope: "incident",
        incident_id: "inc_mill",
        place_id: "plc_mill",
        source_id: "src_monitor",
        reported_via_id: null,
        as_of: "2025-03-08",
        period: null,
        category: "civilians",
        outcome: "killed",
        attributed_to: "unspecified",
        min: 6,
        max: 6,
        unit: "persons",
        certainty: "exact",
        value_text: null,
        statement: text("six dead"),
        note: null,
      },
    ],
    media_items: [
      {
        id: "med_film",
        kind: "video",
        title: text("Film"),
        description: text("a film of the mill"),
        incident_ids: ["inc_mill"],
        place_ids: ["plc_mill"],
        circulated_date: "2025-03-07",
        circulated_by: ["src_seed_article"],
        verification: [{ source_id: "src_monitor", state: "geolocated", note }],
        note: null,
      },
    ],
    accounts: [
      account("acc_monitor", "monitor_summary", "src_monitor", text("Six people were killed at the mill."), {
        suspect_actor_ids: ["act_unit"],
        figure_ids: ["fig_mill"],
        media_ids: ["med_film"],
        allegations: [
          allegation("alg_monitor_1", text("Six people were killed."), "vio_unlawful_killing", "alleges", {
            supports: [{ ref: "med_film", independence: "unknown" }],
            contradicts: [{ ref: "acc_ministry", independence: "different_source" }],
            related_context: ["acc_article"],
          }),
          allegation(
            "alg_monitor_2",
            text("They were chosen by their community."),
            "vio_persecution",
            "alleges",
            {
              supports: [{ ref: "acc_article", independence: "unknown" }],
            },
          ),
        ],
      }),
      account(
        "acc_ministry",
        "official_statement",
        "src_interior_ministry",
        text("The unit was not there."),
        {
          reported_date: null,
          allegations: [allegation("alg_ministry_1", text("The unit was not there."), null, "denies", {})],
        },
      ),
      account(
        "acc_article",
        "monitor_summary",
        "src_seed_article",
        text("About four were killed; some were let go."),
        {
          incident_ids: ["inc_mill", "inc_valley"],
          published_by: ["src_seed_article"],
          allegations: [
            allegation("alg_article_1", text("About four were killed."), "vio_unlawful_killing", "alleges", {
              supports: [{ ref: "fig_mill", independence: "unknown" }],
              contradicts: [{ ref: "fig_mill", independence: "unknown" }],
            }),
            allegation("alg_article_2", text("Some were let go."), null, "mitigates", {}),
          ],
        },
      ),
    ],
    proceedings: [
      {
        id: "prc_inquiry",
        type: "domestic_inquiry",
        title: text("Inquiry"),
        body_actor_id: "act_ministry",
        source_ids: ["src_monitor"],
        edtf: "2025-03-09~",
        date_precision: "approximate",
        status: "announced",
        status_as_of: null,
        incident_ids: ["inc_mill"],
        place_ids: ["plc_mill"],
        parent_proceeding_id: null,
        summary: text("an inquiry was announced"),
        figure_ids: ["fig_mill"],
        media_ids: ["med_film"],
        note: null,
      },
    ],
    chronology: [
      {
        id: "chr_2025_03_07",
        date: "2025-03-07",
        date_precision: "day",
        title: text("The day"),
        context: [text("Roads were closed.")],
        incident_ids: ["inc_mill"],
        continuing_incident_ids: [],
        account_ids: ["acc_monitor"],
        account_ids_about_this_date: [],
        figure_ids: ["fig_mill"],
        media_ids: ["med_film"],
        proceeding_ids: ["prc_inquiry"],
      },
    ],
  };
}

function place(id: string, kind: string, name: string, more: Record<string, unknown>) {
  const nowhere = { lat: null, lon: null, coordinate_precision: null, coordinate_basis: null };
  const nothing = {
    parent_id: null,
    parent_basis: null,
    name_ar: null,
    possible_duplicate_of: null,
    note: null,
  };
  return { id, name, kind, variants: [name], ...nowhere, ...nothing, ...more };
}

function actor(id: string, name: string, parent_id: string | null) {
  const said = { affiliation_as_alleged: name, attributed_side: "government_aligned", note: null };
  return { id, name, aliases: [], kind: "state_force", parent_id, ...said };
}

function violation(id: string, label: string) {
  const index = { rome_statute_articles: ["7(1)(a)"], rome_statute_applicability: "possible" };
  return { id, label, ...index, definition: label, note: null };
}

function incident(id: string, title: string, more: Record<string, unknown>) {
  return {
    id,
    title,
    record_kind: "event",
    edtf: "2025-03-07",
    date_precision: "day",
    local_time: null,
    date_note: null,
    place_ids: [],
    violation_ids: [],
    summary: title,
    alleged_perpetrators: [],
    attributed_side: "unknown",
    victim_group: "civilians_unspecified",
    parent_incident_id: null,
    note: null,
    ...more,
  };
}

function account(
  id: string,
  account_type: string,
  source_id: string,
  summary: string,
  more: Record<string, unknown>,
) {
  return {
    id,
    account_type,
    source_id,
    published_by: [source_id, "src_seed_article"],
    reported_date: "2025-03-08",
    directness: "firsthand",
    incident_ids: ["inc_mill"],
    place_ids: ["plc_mill"],
    suspect_actor_ids: [],
    summary,
    allegations: [],
    figure_ids: [],
    media_ids: [],
    note: null,
    ...more,
  };
}

function allegation(
  id: string,
  claim: string,
  violation_id: string | null,
  stance: string,
  corroboration: Record<string, unknown>,
) {
  const hints = { supports: [], contradicts: [], related_context: [], note: null, ...corroboration };
  return { id, claim, violation_id, incident_id: "inc_mill", stance, corroboration: hints };
}
