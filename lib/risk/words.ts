/** Words of assessments of risk. Safe for the browser. */

/** Who may do something to a person if it becomes known what they told. */
export const THREATS = [
  "state_authority",
  "armed_group",
  "accused_person",
  "community",
  "family",
  "unknown",
] as const;

/** What may make a risk real, or greater; and what happened, where one did. */
export const TRIGGERS = ["arrest", "leak", "trial", "return_of_unit", "threat", "move", "other"] as const;

export const SCALE = [1, 2, 3, 4, 5] as const;

/** Of all that one person tells us of a risk. */
export const MITIGATIONS_MAX = 20;
