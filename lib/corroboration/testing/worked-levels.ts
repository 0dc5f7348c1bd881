import { doc, film, heard, rumour, saw, type WorkedLevel } from "./worked-items.ts";

/**
 * Levels worked out by hand from the rules, each with its working, before the program was asked. What items weigh, and what they reach.
 */
export const WORKED_LEVELS: readonly WorkedLevel[] = [
  { title: "nothing", working: "No item: S is empty.", evidence: { items: [] }, level: 0 },
  {
    title: "an inference alone",
    working: "B6 is quality 0, so no cluster has s of 1 or more.",
    evidence: { items: [saw("a", { basis: "B6" })] },
    level: 0,
  },
  {
    title: "a source known to be unreliable",
    working: "Reliability E is quality 0, whatever it saw.",
    evidence: { items: [saw("a", { reliability: "E" })] },
    level: 0,
  },
  {
    title: "a recycled film",
    working: "Condition recycled is quality 0.",
    evidence: { items: [film("a", { condition: "recycled" })] },
    level: 0,
  },
  {
    title: "a statement that only qualifies",
    working: "A qualification is no support: S is empty.",
    evidence: { items: [saw("a", { stances: ["qualify"] })] },
    level: 0,
  },
  {
    title: "a rumour",
    working: "B5 is quality 1: one cluster with s = 1.",
    evidence: { items: [rumour("a")] },
    level: 1,
  },
  {
    title: "twenty rumours of twenty people",
    working: "All s = 1; a pair needs 3 with 1, or 2 with 2.",
    evidence: { items: Array.from({ length: 20 }, (_, i) => rumour(`r${i}`)) },
    level: 1,
  },
  {
    title: "one eyewitness whom nobody graded",
    working: "B2 with F is quality 2; a credible single source needs 3.",
    evidence: { items: [saw("a", { reliability: "F" })] },
    level: 1,
  },
  {
    title: "one graded eyewitness",
    working: "B2, B, 2 is quality 3, alone.",
    evidence: { items: [saw("a")] },
    level: 2,
  },
  {
    title: "two eyewitnesses whom nobody graded",
    working: "Two independent clusters, 2 and 2: partial. Level 4 needs a 3.",
    evidence: { items: [saw("a", { reliability: "F" }), saw("b", { reliability: "F" })] },
    level: 3,
  },
  {
    title: "two eyewitnesses of doubtful reliability",
    working: "B2 with D is quality 2: 2 and 2.",
    evidence: { items: [saw("a", { reliability: "D" }), saw("b", { reliability: "D" })] },
    level: 3,
  },
  {
    title: "an eyewitness and a rumour of somebody else",
    working: "3 with 1 is partial; level 4 needs at least 2 beside the 3.",
    evidence: { items: [saw("a"), rumour("b")] },
    level: 3,
  },
  {
    title: "an eyewitness and what another eyewitness told a third",
    working: "Quality 3 and 2, independent, and the 3 is first-hand.",
    evidence: { items: [saw("a"), heard("b")] },
    level: 4,
  },
  {
    title: "two eyewitnesses",
    working: "3 and 3, both first-hand; one of three clusters is missing for 5.",
    evidence: { items: [saw("a"), saw("b")] },
    level: 4,
  },
  {
    title: "two records",
    working: "3 and 3, and none is first-hand: not above 3.",
    evidence: { items: [doc("a"), doc("b")] },
    level: 3,
  },
  {
    title: "an eyewitness and a record",
    working: "3 and 3, one first-hand; two clusters are not three.",
    evidence: { items: [saw("a"), doc("b")] },
    level: 4,
  },
  {
    title: "footage of the act and an eyewitness",
    working: "Media M4 that shows the act is 3 and first-hand; with an account 3 makes 4.",
    evidence: { items: [film("a"), saw("b")] },
    level: 4,
  },
  {
    title: "footage read as M4 though it has an item of its own",
    working: "M5 counts as M4: 3. Alone it is a single source.",
    evidence: { items: [film("a", { rank: "M5" })] },
    level: 2,
  },
  {
    title: "three eyewitnesses",
    working: "Three clusters, all 3; but all of one type, so no two are disjoint: not 5.",
    evidence: { items: [saw("a"), saw("b"), saw("c")] },
    level: 4,
  },
  {
    title: "an eyewitness, a record and footage",
    working: "Three independent clusters, 3, 3 and 3, one first-hand; account and document are disjoint.",
    evidence: { items: [saw("a"), doc("b"), film("c", { showsActItself: false })] },
    level: 5,
  },
  {
    title: "two eyewitnesses and footage whose place one analyst confirmed",
    working: "M3 is 2: qualities 3, 3, 2; account and media are disjoint.",
    evidence: { items: [saw("a"), saw("b"), film("c", { rank: "M3" })] },
    level: 5,
  },
  {
    title: "an eyewitness, hearsay and weak footage",
    working: "Qualities 3, 2, 2: a 5 needs two of 3.",
    evidence: { items: [saw("a"), heard("b"), film("c", { rank: "M3" })] },
    level: 4,
  },
];
