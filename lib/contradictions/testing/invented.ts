/** An invented country for the measure of the rules: no such places, people or units are known to its authors. */
import type { Claim, Known, KnownActor, KnownPlace, SaidNow } from "../rules/claim.ts";

const place = (
  kind: string,
  within: string[],
  at: [lat: number, lon: number] | null = null,
  precision = "P3",
  possibleDuplicateOfId: string | null = null,
): KnownPlace => ({
  kind,
  within,
  precision: at === null ? "P7" : precision,
  latE5: at && Math.round(at[0] * 1e5),
  lonE5: at && Math.round(at[1] * 1e5),
  possibleDuplicateOfId,
});

const actor = (kind: string, within: string[] = []): KnownActor => ({ kind, within });

/** What an invented case has on record. Each place has one record, whichever way accounts spell it, but for the last two. */
export const invented: Known = {
  places: new Map([
    ["Sarwan province", place("governorate", [])],
    ["Upper Sarwan", place("district", ["Sarwan province"])],
    ["Lower Sarwan", place("district", ["Sarwan province"])],
    ["Tal Kasif (تل كاسف)", place("town", ["Upper Sarwan", "Sarwan province"], [41.2, 71.4], "P3")],
    ["Bir Olan", place("village", ["Upper Sarwan", "Sarwan province"], [41.45, 71.4], "P3")],
    ["Deir Maruth", place("village", ["Lower Sarwan", "Sarwan province"], [40.7, 71.9], "P2")],
    ["Ain Temar", place("village", ["Lower Sarwan", "Sarwan province"], [40.76, 71.9], "P2")],
    ["Kafr Idan", place("village", ["Lower Sarwan", "Sarwan province"])],
    ["Kafr Seluk", place("village", ["Lower Sarwan", "Sarwan province"])],
    ["mill quarter", place("neighbourhood", ["Tal Kasif (تل كاسف)", "Upper Sarwan", "Sarwan province"])],
    ["river quarter", place("neighbourhood", ["Tal Kasif (تل كاسف)", "Upper Sarwan", "Sarwan province"])],
    ["school", place("building", ["mill quarter", "Tal Kasif (تل كاسف)", "Upper Sarwan", "Sarwan province"])],
    ["bakery", place("building", ["mill quarter", "Tal Kasif (تل كاسف)", "Upper Sarwan", "Sarwan province"])],
    ["north checkpoint", place("checkpoint", ["Sarwan province"])],
    ["coast road", place("road", [])],
    ["grain store", place("site", [], [40.702, 71.9], "P2")],
    ["Tell Kasef", place("town", ["Sarwan province"], [41.22, 71.41], "P3", "Tal Kasif (تل كاسف)")],
    ["Kafr Idaan", place("village", ["Lower Sarwan", "Sarwan province"])],
  ]),
  actors: new Map([
    ["army", actor("state_force")],
    ["7th brigade", actor("unit", ["army"])],
    ["9th brigade", actor("unit", ["army"])],
    ["first company", actor("unit", ["7th brigade", "army"])],
    ["Grey Herons", actor("armed_group")],
    ["Salt League", actor("armed_group")],
    ["harbour police", actor("state_body")],
    ["masked men", actor("unidentified_group")],
    ["Col. Idris Venn", actor("person", ["7th brigade", "army"])],
    ["Maj. Toma Reyk", actor("person", ["9th brigade", "army"])],
    ["a guard called Anso", actor("person")],
    ["the army command", actor("state_force")],
  ]),
};

const SILENT: SaidNow = {
  edtf: null,
  placeId: null,
  actorId: null,
  act: null,
  sense: null,
  min: null,
  max: null,
  unit: null,
  category: null,
  outcome: null,
};

/** A claim of an allegation of one incident, as far as it says something. */
export const claim = (id: string, said: Partial<SaidNow>, more: Partial<Claim> = {}): Claim => ({
  id,
  said: { ...SILENT, ...said },
  allegations: new Set(["allegation"]),
  kept: new Set(),
  incidents: new Set(["incident"]),
  figure: null,
  ...more,
});
