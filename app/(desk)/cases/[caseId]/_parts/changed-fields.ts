import type { Namespace } from "#lib/i18n/messages.ts";
import { translator } from "#lib/i18n/server.ts";

/** Where the words of a record's fields stand, by the noun of the act: a catalogue, and what they stand under. */
const FIELD_WORDS: Readonly<Record<string, readonly [Namespace, under?: string]>> = {
  actor: ["actors"],
  allegation: ["corroboration", "allegation"],
  case: ["cases"],
  dependency: ["corroboration", "dependency"],
  figure: ["figures"],
  finding: ["corroboration", "finding"],
  incident: ["incidents"],
  link: ["links"],
  media: ["media"],
  place: ["places"],
  proceeding: ["proceedings"],
  recipient: ["recipients"],
  source: ["sources"],
  testimony: ["testimonies"],
  timelineNote: ["proceedings", "timelineNote"],
  victim: ["victims"],
  witness: ["witnesses"],
};

/** Acts that change what was recorded before; others say themselves what they did. */
const CHANGING = new Set(["amend", "save"]);

interface Acted {
  readonly act: string;
  readonly changes: readonly { readonly field: string }[];
}

/**
 * Names the fields that an act changed, as the form of the record calls them, and never what stood or stands in them.
 * What the program keeps beside a field (its sort key, who wrote last) has no words and is left out.
 */
export async function changedFields(): Promise<(acted: Acted) => readonly string[]> {
  const readers = new Map(
    await Promise.all(
      Object.entries(FIELD_WORDS).map(async ([noun, [namespace, under]]) => {
        const t = await translator(namespace);
        const prefix = under === undefined ? "fields" : `${under}.fields`;
        return [noun, { t, prefix }] as const;
      }),
    ),
  );
  return ({ act, changes }) => {
    const [noun = "", verb = ""] = act.split(".");
    const reader = readers.get(noun);
    if (reader === undefined || !CHANGING.has(verb)) return [];
    const { t, prefix } = reader;
    const labels = changes.flatMap(({ field }) => {
      // A date is two columns of one field: as it is read, and as the source puts it.
      const names = [field, field.replace(/(?:Edtf|Wording)$/, "")];
      const key = names.map((name) => `${prefix}.${name}.label`).find((one) => t.has(one));
      return key === undefined ? [] : [t(key)];
    });
    return [...new Set(labels)];
  };
}
