import { day, denied, figure, happened, killed, otherOf, type Recipe, unlinked } from "./told.ts";

/** Each told of one truth, or of two things that are no contradiction. */
export const CONSISTENT: readonly Recipe[] = [
  ["a day, and its month", (r) => [{ edtf: day(1 + r(28)) }, { edtf: "2031-05" }]],
  [
    "about a day, and the next",
    (r) => {
      const d = 3 + r(20);
      return [{ edtf: `${day(d)}~` }, { edtf: day(d + 1) }];
    },
  ],
  [
    "about two days that are two apart",
    (r) => {
      const d = 3 + r(20);
      return [{ edtf: `${day(d)}~` }, { edtf: `${day(d + 2)}~` }];
    },
  ],
  ["about a month, and the next", (r) => [{ edtf: "2031-05~" }, { edtf: day(1 + r(28), 6) }]],
  [
    "spans that touch in a day",
    (r) => {
      const d = 5 + r(15);
      return [{ edtf: `${day(d - 2)}/${day(d)}` }, { edtf: `${day(d)}/${day(d + 3)}` }];
    },
  ],
  ["the night, and an hour of it", () => [{ edtf: `${day(6)}/${day(7)}` }, { edtf: "2031-05-07T01:30" }]],
  ["one of two days", (r) => [{ edtf: `[${day(6)},${day(11)}]` }, { edtf: day(r(2) ? 6 : 11) }]],
  ["an open end", (r) => [{ edtf: `${day(4)}/..` }, { edtf: day(5 + r(20)) }]],
  ["a time, and none", (r) => [{ edtf: day(1 + r(20)) }, { edtf: "XXXX-XX-XX" }]],
  ["an hour with its zone, and the day there", () => [{ edtf: "2031-05-06T22:30Z" }, { edtf: day(7) }]],
  [
    "two spellings of one place",
    () => [{ placeId: "Tal Kasif (تل كاسف)" }, { placeId: "Tal Kasif (تل كاسف)" }],
  ],
  [
    "a quarter, and its town",
    (r) => [{ placeId: r(2) ? "mill quarter" : "river quarter" }, { placeId: "Tal Kasif (تل كاسف)" }],
  ],
  ["a house, and its district", () => [{ placeId: "school" }, { placeId: "Upper Sarwan" }]],
  ["two houses of one quarter", () => [{ placeId: "school" }, { placeId: "bakery" }]],
  ["circles that overlap", () => [{ placeId: "grain store" }, { placeId: "Deir Maruth" }]],
  ["a record that may be a double", () => [{ placeId: "Tell Kasef" }, { placeId: "Tal Kasif (تل كاسف)" }]],
  [
    "a checkpoint of which only the province is known",
    (r) => [{ placeId: "north checkpoint" }, { placeId: r(2) ? "Bir Olan" : "Kafr Idan" }],
  ],
  [
    "ranges that touch",
    (r) => {
      const n = 9 + r(20);
      return [killed(n - 4, n), killed(n, n + 8)];
    },
  ],
  ["at least, and a larger number", (r) => [killed(5 + r(9), null), killed(20 + r(50))]],
  [
    "other units",
    (r) => [killed(4 + r(9)), killed(30, 30, { unit: "houses", category: "houses", outcome: "burned" })],
  ],
  ["a part of the whole", (r) => [killed(30 + r(9)), killed(4 + r(9), undefined, { category: "children" })]],
  ["the killed, and the wounded", (r) => [killed(12 + r(9)), killed(40, 40, { outcome: "injured" })]],
  [
    "of a quarter, and of the town",
    (r) => [
      killed(9 + r(9), undefined, { placeId: "mill quarter" }),
      killed(40 + r(9), undefined, { placeId: "Tal Kasif (تل كاسف)" }),
    ],
  ],
  [
    "of a day, and of three",
    (r) => [killed(8 + r(5), undefined, { edtf: day(6) }), killed(25, 25, { edtf: `${day(6)}/${day(8)}` })],
  ],
  [
    "a later figure that is higher",
    (r) => [killed(30 + r(9)), killed(80 + r(9)), figure(day(6)), figure(day(12))],
  ],
  ["about, and close to it", (r) => [killed(100), killed(95 + r(12)), figure(null, "about"), figure(null)]],
  [
    "figures of two periods",
    () => [
      killed(10),
      killed(40),
      figure(null, "exact", { scope: "day", periodEdtf: day(6) }),
      figure(null, "exact", { scope: "day", periodEdtf: day(7) }),
    ],
  ],
  [
    "figures of two sides",
    () => [
      killed(10),
      killed(40),
      figure(null, "exact", { attributedTo: "insurgent" }),
      figure(null, "exact", { attributedTo: "government_aligned" }),
    ],
  ],
  [
    "a brigade, and the army",
    (r) => [{ actorId: r(2) ? "7th brigade" : "9th brigade" }, { actorId: "army" }],
  ],
  ["an officer, and his brigade", () => [{ actorId: "Col. Idris Venn" }, { actorId: "7th brigade" }]],
  [
    "an officer, and a company of his brigade",
    () => [{ actorId: "Col. Idris Venn" }, { actorId: "first company" }],
  ],
  [
    "masked men, and a group",
    (r) => [{ actorId: "masked men" }, { actorId: r(2) ? "Grey Herons" : "9th brigade" }],
  ],
  [
    "a guard of whom nothing is known, and a brigade",
    () => [{ actorId: "a guard called Anso" }, { actorId: "7th brigade" }],
  ],
  [
    "a brigade, and a body of which nothing is known",
    () => [{ actorId: "7th brigade" }, { actorId: "harbour police" }],
  ],
  [
    "two acts of one incident, each at its time",
    (r) => [happened({ edtf: day(3) }), happened({ edtf: day(9 + r(9)) }), {}, otherOf],
  ],
  [
    "two acts, though linked to one allegation",
    (r) => [happened({ edtf: day(3) }), { act: "D1", sense: "happened", edtf: day(9 + r(9)) }],
  ],
  ["denied of another day", (r) => [happened({ edtf: day(3) }), denied({ edtf: day(9 + r(9)) })]],
  ["denied of another place", () => [happened({ placeId: "Bir Olan" }), denied({ placeId: "Deir Maruth" })]],
  [
    "denied of somebody else",
    () => [happened({ actorId: "Grey Herons" }), denied({ actorId: "Salt League" })],
  ],
  ["denied of another act", () => [happened(), { act: "D1", sense: "denied" }]],
  [
    "of two incidents",
    (r) => [
      { edtf: day(3), ...killed(5) },
      { edtf: day(9 + r(9)), ...killed(50) },
      {},
      { allegations: new Set(["far"]), incidents: new Set(["far"]) },
    ],
  ],
  [
    "of one incident, one linked to none of its acts",
    (r) => [
      { edtf: day(3), placeId: "Bir Olan" },
      { edtf: day(9 + r(9)), placeId: "Kafr Idan" },
      {},
      unlinked,
    ],
  ],
];

/** Consistent, and the rules are misled: a place recorded twice without a word, a night called by the day it began on. */
export const MISLEADING: readonly Recipe[] = [
  [
    "one village, recorded twice without a word of it",
    () => [{ placeId: "Kafr Idan" }, { placeId: "Kafr Idaan" }],
  ],
  ["the small hours, called by the evening before", () => [{ edtf: day(6) }, { edtf: "2031-05-07T01:30" }]],
  [
    "one army, recorded twice without a word of it",
    () => [{ actorId: "army" }, { actorId: "the army command" }],
  ],
];
