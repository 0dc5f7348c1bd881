import {
  against,
  doc,
  film,
  heard,
  one,
  resolved,
  rumour,
  saw,
  tie,
  type WorkedLevel,
} from "./worked-items.ts";

const COPIES = Array.from({ length: 30 }, (_, i) => `copy${i}`);
const COUSINS = ["amber", "birch", "cedar", "dune", "elm"];
const TALK = COUSINS.slice(1).map((cousin, i) => tie("discussed_facet", COUSINS[i] ?? "", cousin));

/**
 * Levels worked out by hand from the rules, each with its working, before the program was asked. What ties, what contradicts, and what facets ask for.
 */
export const WORKED_TIES: readonly WorkedLevel[] = [
  {
    title: "what an eyewitness told somebody, and the eyewitness",
    working: "The relay names its origin: one cluster, s = 3. Hearsay of one’s own source never counts.",
    evidence: { items: [saw("a"), heard("b")], hardEdges: [one("relay_naming_origin", "b", "a")] },
    level: 2,
  },
  {
    title: "a second interview of the same person",
    working: "One person is one cluster: 3 stays alone.",
    evidence: { items: [saw("a"), saw("a2")], hardEdges: [one("same_person", "a", "a2")] },
    level: 2,
  },
  {
    title: "a film and thirty reposts of it",
    working: "All reposts are republished: one cluster, s = 3.",
    evidence: {
      items: [film("a"), ...COPIES.map((id) => film(id))],
      hardEdges: COPIES.map((id) => one("republished", id, "a")),
    },
    level: 2,
  },
  {
    title: "the same with an eyewitness who had watched it, the reposts having inherited that tie",
    working: "Coverage 4 counts once as a kind: d = 0.4 between the two clusters, below one half: 3 and 3.",
    evidence: {
      items: [saw("w"), film("a"), ...COPIES.map((id) => film(id))],
      hardEdges: COPIES.map((id) => one("republished", id, "a")),
      softEdges: ["a", ...COPIES].map((id) => tie("saw_coverage_first", "w", id)),
    },
    level: 4,
  },
  {
    title: "a film, its transcript and an eyewitness",
    working:
      "The transcript is of the film: two clusters, 3 and 3; without a third no 5, though the types differ.",
    evidence: { items: [film("a"), doc("t"), saw("w")], hardEdges: [one("transcribed", "t", "a")] },
    level: 4,
  },
  {
    title: "a film and its transcript",
    working: "One cluster: the transcript leaves it at 2.",
    evidence: { items: [film("a"), doc("t")], hardEdges: [one("transcribed", "t", "a")] },
    level: 2,
  },
  {
    title: "five cousins who talked, in a chain",
    working: "Talk spreads: every two of the five have 5 tenths, d = 0.5, and that is not below one half.",
    evidence: { items: COUSINS.map((id) => saw(id)), softEdges: TALK },
    level: 2,
  },
  {
    title: "five cousins who talked, and a stranger",
    working: "The circle gives a 3, the stranger is independent of each: 3 and 3.",
    evidence: { items: [...COUSINS.map((id) => saw(id)), saw("z")], softEdges: TALK },
    level: 4,
  },
  {
    title: "two of a household who did not talk",
    working: "Kin 3: d = 0.3.",
    evidence: { items: [saw("a"), saw("b")], softEdges: [tie("same_household_or_kin", "a", "b")] },
    level: 4,
  },
  {
    title: "kin with one interpreter and one interviewer",
    working: "1 − 0.7 · 0.8 · 0.9 = 0.496, just below one half.",
    evidence: {
      items: [saw("a"), saw("b")],
      softEdges: [
        tie("same_household_or_kin", "a", "b"),
        tie("same_interpreter", "a", "b"),
        tie("same_interviewer", "a", "b"),
      ],
    },
    level: 4,
  },
  {
    title: "kin of whom one had read the other’s page",
    working: "1 − 0.7 · 0.6 = 0.58: not independent.",
    evidence: {
      items: [saw("a"), saw("b")],
      softEdges: [tie("same_household_or_kin", "a", "b"), tie("saw_coverage_first", "a", "b")],
    },
    level: 2,
  },
  {
    title: "two with one publisher, twice over",
    working: "A kind counts once: d = 0.4.",
    evidence: {
      items: [saw("a"), saw("b")],
      softEdges: [tie("same_publisher", "a", "b"), tie("same_publisher", "b", "a")],
    },
    level: 4,
  },
  {
    title: "two interviewed in a group",
    working: "Group interview 7: d = 0.7.",
    evidence: { items: [saw("a"), saw("b")], softEdges: [tie("group_interview", "a", "b")] },
    level: 2,
  },
  {
    title: "two who spoke of it in passing, as a reviewer weighed it",
    working: "Discussed, set to 4: d = 0.4.",
    evidence: { items: [saw("a"), saw("b")], softEdges: [tie("discussed_facet", "a", "b", 4)] },
    level: 4,
  },
  {
    title: "two bodies of one government",
    working: "One party 4: d = 0.4; records both, 3 and 3, and none first-hand.",
    evidence: { items: [doc("a"), doc("b")], softEdges: [tie("one_party", "a", "b")] },
    level: 3,
  },
  {
    title: "two eyewitnesses and one against them",
    working: "c = 3: contested, so 4 becomes 3.",
    evidence: { items: [saw("a"), saw("b"), against(saw("c"))] },
    level: 3,
    contested: true,
  },
  {
    title: "the same, resolved",
    working: "A resolved contradiction has no effect.",
    evidence: { items: [saw("a"), saw("b"), resolved(saw("c"))] },
    level: 4,
  },
  {
    title: "two eyewitnesses and a rumour against them",
    working: "c = 1 does not contest.",
    evidence: { items: [saw("a"), saw("b"), against(rumour("c"))] },
    level: 4,
  },
  {
    title: "an eyewitness who later said the opposite, and another",
    working:
      "The first cluster is inconsistent: 3 − 1 = 2. 2 and 3 would be 4, but its own c = 3 contests: 3.",
    evidence: { items: [saw("a"), against(saw("a2")), saw("b")], hardEdges: [one("same_person", "a", "a2")] },
    level: 3,
    contested: true,
  },
  {
    title: "an eyewitness who also passed on a rumour against it, and another",
    working: "Inconsistent: 2. With the other’s 3, first-hand: 4; c = 1 does not contest.",
    evidence: {
      items: [saw("a"), against(rumour("a2")), saw("b")],
      hardEdges: [one("same_person", "a", "a2")],
    },
    level: 4,
  },
  {
    title: "two such eyewitnesses",
    working: "2 and 2 after the penalty.",
    evidence: {
      items: [saw("a"), against(rumour("a2")), saw("b"), against(rumour("b2"))],
      hardEdges: [one("same_person", "a", "a2"), one("same_person", "b", "b2")],
    },
    level: 3,
  },
  {
    title: "one eyewitness, and two against",
    working:
      "Support alone is 2; the contradictions, 3 and 3, first-hand and independent, reach 4 by themselves.",
    evidence: { items: [saw("a"), against(saw("b")), against(saw("c"))] },
    level: 2,
    contested: true,
    refuted: true,
  },
  {
    title: "an individual named by two who did not know him",
    working: "Without somebody in the set who knows the person not above 3.",
    evidence: { facet: "individual", items: [saw("a"), saw("b")] },
    level: 3,
  },
  {
    title: "an individual whom one of the two knew before",
    working: "The item that knows him is in the set, quality 3.",
    evidence: { facet: "individual", items: [saw("a", { identification: "prior_acquaintance" }), saw("b")] },
    level: 4,
  },
  {
    title: "an individual whom only a rumour claims to know",
    working: "The set needs quality 2 of the item that knows him.",
    evidence: {
      facet: "individual",
      items: [saw("a"), saw("b"), rumour("c", { identification: "prior_acquaintance" })],
    },
    level: 3,
  },
  {
    title: "a number that two witnesses put to it",
    working: "Without a list or a declared statistic an item says nothing of a count: quality 0.",
    evidence: { facet: "count", items: [saw("a"), saw("b")] },
    level: 0,
  },
  {
    title: "a list without doubles and a declared statistic",
    working: "3 and 3, none first-hand: not above 3.",
    evidence: {
      facet: "count",
      items: [
        doc("a", { countBasis: "deduplicated_name_list" }),
        saw("b", { type: "count_claim", basis: "B7", countBasis: "declared_statistic" }),
      ],
    },
    level: 3,
  },
  {
    title: "an eyewitness who withdrew, and hearsay",
    working: "The withdrawn item is 0; 2 is left alone, and a single source needs 3.",
    evidence: { items: [saw("a", { withdrawn: true }), heard("b")] },
    level: 1,
  },
];
