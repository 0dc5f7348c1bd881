import { formats, translator } from "#lib/i18n/server.ts";
import { describer } from "../../_parts/describe.ts";

interface Row {
  readonly age: number | null;
  readonly ageBand: string;
  readonly sex: string;
  readonly place: string | null;
  readonly occurredEdtf: string | null;
  readonly outcome: string | null;
}

/** Says what a row of a list holds beside the name; null for what it does not say. */
export async function rowWords() {
  const [t, format, describe] = await Promise.all([translator("victims"), formats(), describer()]);
  return ({ age, ageBand, sex, place, occurredEdtf, outcome }: Row) => ({
    age:
      age !== null
        ? format.number(age)
        : ageBand === "unknown"
          ? null
          : t(`fields.ageBand.options.${ageBand}.label`),
    sex: sex === "unknown" ? null : t(`fields.sex.options.${sex}`),
    place,
    date: occurredEdtf === null ? null : describe(occurredEdtf),
    outcome: outcome === null ? null : t(`fields.outcome.options.${outcome}`),
  });
}
