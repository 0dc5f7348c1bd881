/** The ten files of the coastal-2025 record, strictly: what each record may hold, already read in our codebook. */
import { z } from "zod";
import { FigureCategory } from "#lib/codebook/reported.ts";
import { Line, Note } from "#lib/core/fields.ts";
import * as map from "./codebook-map.ts";
import { UnmappedValue } from "./look-up.ts";
import * as reported from "./reported-map.ts";

/** Names of the files, each an array of records, in the order in which records may point to earlier ones. */
export const COASTAL_FILES = [
  "sources",
  "places",
  "actors",
  "violations",
  "incidents",
  "figures",
  "media_items",
  "accounts",
  "proceedings",
  "chronology",
] as const;
export type CoastalFile = (typeof COASTAL_FILES)[number];

/** The prefix of each file's ids. */
const PREFIXES = {
  sources: "src",
  places: "plc",
  actors: "act",
  violations: "vio",
  incidents: "inc",
  figures: "fig",
  media_items: "med",
  accounts: "acc",
  proceedings: "prc",
  chronology: "chr",
} as const satisfies Record<CoastalFile, string>;

/** The file in which an id stands, by its prefix. */
export function fileOfId(id: string): CoastalFile {
  const file = COASTAL_FILES.find((one) => id.startsWith(`${PREFIXES[one]}_`));
  if (file === undefined) throw new Error("an id of no file of the record");
  return file;
}

const prefixed = (...prefixes: string[]) =>
  z.string().regex(new RegExp(`^(?:${prefixes.join("|")})_[a-z0-9_]{1,50}$`), "import_id");
const idIn = (file: CoastalFile) => prefixed(PREFIXES[file]);
const idsIn = (file: CoastalFile) => z.array(idIn(file));
/** Other names, one a line. */
const names = z.array(Line).transform((all) => (all.length === 0 ? null : all.join("\n")));

/** A value of one of the record's lists, read in our codebook. */
const listed = <Target>(read: (value: string) => Target) =>
  z.string().transform((value, context) => {
    try {
      return read(value);
    } catch (error) {
      if (!(error instanceof UnmappedValue)) throw error;
      context.addIssue({ code: "custom", message: "bad_choice" });
      return z.NEVER;
    }
  });

const datedOrNull = z
  .string()
  .transform((value, context) => {
    try {
      return map.dateOf(value);
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      context.addIssue({ code: "custom", message: error.issues[0]?.message ?? "invalid_date" });
      return z.NEVER;
    }
  })
  .nullable();
/** A date that is not given is an unknown date, not an error. */
const dated = datedOrNull.transform((date) => date ?? map.dateOf(null));

const DatePrecision = z.enum(["day", "month", "season", "interval", "approximate", "unknown", "none"]);
/** Degrees, as times 100,000. */
const degrees = (most: number) =>
  z
    .number()
    .min(-most)
    .max(most)
    .transform((value) => Math.round(value * 100_000))
    .nullable();
const Count = z.number().int().min(0).nullable();

const Source = z.strictObject({
  id: idIn("sources"),
  name: Line,
  kind: listed(map.sourceKindOf),
  standpoint_in_article: Line.nullable(),
  note: Note.nullable(),
});

const Place = z.strictObject({
  id: idIn("places"),
  name: Line,
  variants: names,
  kind: listed(map.placeKindOf),
  parent_id: idIn("places").nullable(),
  parent_basis: listed(map.placeBasisOf).nullable(),
  lat: degrees(90),
  lon: degrees(180),
  coordinate_precision: listed(map.coordinatePrecisionOf).nullable(),
  coordinate_basis: listed(map.placeBasisOf).nullable(),
  name_ar: Line.nullable(),
  possible_duplicate_of: idIn("places").nullable(),
  note: Note.nullable(),
});

const Actor = z.strictObject({
  id: idIn("actors"),
  name: Line,
  aliases: names,
  kind: listed(map.actorKindOf),
  parent_id: idIn("actors").nullable(),
  affiliation_as_alleged: Line,
  attributed_side: listed(map.sideOf),
  note: Note.nullable(),
});

/** The record's own index of acts. Nothing of it is stored but the codebook's code; its label words an allegation. */
const Violation = z.strictObject({
  id: idIn("violations").refine((id) => isListed(id), "bad_choice"),
  label: Line,
  rome_statute_articles: z.array(Line),
  rome_statute_applicability: z.enum(["possible", "none"]),
  definition: Note,
  note: Note.nullable(),
});

function isListed(violationId: string): boolean {
  return listed(map.violationOf).safeParse(violationId).success;
}

const Incident = z.strictObject({
  id: idIn("incidents"),
  title: Line,
  record_kind: listed(map.incidentKindOf),
  edtf: dated,
  date_precision: DatePrecision,
  local_time: Line.nullable(),
  date_note: Note.nullable(),
  place_ids: idsIn("places"),
  violation_ids: idsIn("violations"),
  summary: Note,
  alleged_perpetrators: z.array(
    z.strictObject({ actor_id: idIn("actors"), basis: Note, source_id: idIn("sources") }),
  ),
  attributed_side: listed(map.sideOf),
  victim_group: listed(map.victimGroupOf),
  parent_incident_id: idIn("incidents").nullable(),
  note: Note.nullable(),
});

const Figure = z.strictObject({
  id: idIn("figures"),
  scope: listed(reported.figureScopeOf),
  incident_id: idIn("incidents").nullable(),
  place_id: idIn("places").nullable(),
  source_id: idIn("sources"),
  reported_via_id: idIn("sources").nullable(),
  as_of: dated,
  period: datedOrNull,
  category: FigureCategory,
  outcome: listed(reported.figureOutcomeOf),
  attributed_to: listed(reported.figureSideOf),
  min: Count,
  max: Count,
  unit: listed(reported.figureUnitOf),
  certainty: listed(reported.figureCertaintyOf),
  value_text: Line.nullable(),
  statement: Note,
  note: Note.nullable(),
});

const MediaItem = z.strictObject({
  id: idIn("media_items"),
  kind: listed(reported.mediaKindOf),
  title: Line,
  description: Note,
  incident_ids: idsIn("incidents"),
  place_ids: idsIn("places"),
  circulated_date: dated,
  circulated_by: idsIn("sources"),
  verification: z.array(
    z.strictObject({
      source_id: idIn("sources"),
      state: listed(reported.reportedVerificationOf),
      note: Note.nullable(),
    }),
  ),
  note: Note.nullable(),
});

/** An account, a figure or a media item that an allegation is set beside. */
const Ref = prefixed(PREFIXES.accounts, PREFIXES.figures, PREFIXES.media_items);
const Hint = z.strictObject({ ref: Ref, independence: listed(map.tieOf) });

const Allegation = z.strictObject({
  id: prefixed("alg"),
  claim: Note,
  violation_id: idIn("violations").nullable(),
  incident_id: idIn("incidents"),
  stance: listed(map.stanceOf),
  corroboration: z.strictObject({
    supports: z.array(Hint),
    contradicts: z.array(Hint),
    related_context: z.array(Ref),
    note: Note.nullable(),
  }),
});

const Account = z.strictObject({
  id: idIn("accounts"),
  account_type: listed(map.voiceOf),
  source_id: idIn("sources"),
  published_by: idsIn("sources"),
  reported_date: dated,
  directness: listed(map.basisOf),
  incident_ids: idsIn("incidents").min(1),
  place_ids: idsIn("places"),
  suspect_actor_ids: idsIn("actors"),
  summary: Note,
  allegations: z.array(Allegation),
  figure_ids: idsIn("figures"),
  media_ids: idsIn("media_items"),
  note: Note.nullable(),
});

/** The list of statuses depends on the kind, so both are read together. */
const Proceeding = z
  .strictObject({
    id: idIn("proceedings"),
    type: listed(reported.proceedingOf),
    title: Line,
    body_actor_id: idIn("actors").nullable(),
    source_ids: idsIn("sources"),
    edtf: dated,
    date_precision: DatePrecision,
    status: z.string(),
    status_as_of: datedOrNull,
    incident_ids: idsIn("incidents"),
    place_ids: idsIn("places"),
    parent_proceeding_id: idIn("proceedings").nullable(),
    summary: Note,
    figure_ids: idsIn("figures"),
    media_ids: idsIn("media_items"),
    note: Note.nullable(),
  })
  .transform(({ type, status, ...rest }, context) => {
    const statuses = type.record === "proceeding" ? reported.proceedingStatusOf : reported.responseStatusOf;
    const read = listed<ReturnType<typeof statuses>>(statuses).safeParse(status);
    if (!read.success) context.addIssue({ code: "custom", message: "bad_choice", path: ["status"] });
    return read.success ? { ...rest, kind: type.kind, status: read.data } : z.NEVER;
  });

/** The timeline is derived from the other files; only its lines of context are records of their own. */
const ChronologyEntry = z.strictObject({
  id: idIn("chronology"),
  date: dated,
  date_precision: DatePrecision,
  title: Line,
  context: z.array(Note),
  incident_ids: idsIn("incidents"),
  continuing_incident_ids: idsIn("incidents"),
  account_ids: idsIn("accounts"),
  account_ids_about_this_date: idsIn("accounts"),
  figure_ids: idsIn("figures"),
  media_ids: idsIn("media_items"),
  proceeding_ids: idsIn("proceedings"),
});

/** One record of each file. */
export const COASTAL_RECORDS = {
  sources: Source,
  places: Place,
  actors: Actor,
  violations: Violation,
  incidents: Incident,
  figures: Figure,
  media_items: MediaItem,
  accounts: Account,
  proceedings: Proceeding,
  chronology: ChronologyEntry,
} as const satisfies Record<CoastalFile, z.ZodType>;

export type CoastalRow<File extends CoastalFile> = z.output<(typeof COASTAL_RECORDS)[File]>;
/** The whole record, every file's rows in their order. */
export type CoastalRecord = { readonly [File in CoastalFile]: readonly CoastalRow<File>[] };
