import type { Dossier } from "../../dossier.ts";
import { deciderLine } from "./evidence.ts";
import type { Reading } from "./reading.ts";
import {
  body,
  code,
  facts,
  line,
  muted,
  plain,
  type Badge,
  type Block,
  type RecordView,
  type SectionView,
} from "./view.ts";

type Finding = Dossier["findings"][number];
type Actor = Dossier["actors"][number];

/** Actors with an alleged part in something. Nobody is called more than alleged. */
export function suspectSection(reading: Reading): SectionView {
  const { words, dossier } = reading;
  return {
    id: "suspects",
    title: words.say("suspects.title"),
    opensPage: true,
    intro: [words.say("suspects.intro")],
    empty: words.say("suspects.empty"),
    records: dossier.actors
      .filter(({ allegedRoles }) => allegedRoles.length > 0)
      .map((actor) => suspectRecord(reading, actor)),
    table: null,
  };
}

function suspectRecord(reading: Reading, actor: Actor): RecordView {
  const { words } = reading;
  return {
    code: actor.code,
    ...reading.titled(actor),
    badges: [{ text: words.say("suspects.badge"), tone: "open" }],
    blocks: [
      facts([
        [words.say("fields.kind"), words.term("actorKind", actor.kind)],
        [words.say("fields.affiliation"), actor.affiliationAlleged],
      ]),
      {
        kind: "table",
        columns: [
          { head: words.say("fields.allegedIn"), share: 7 },
          { head: words.say("fields.allegedRole"), share: 5 },
          { head: words.say("fields.basisOfAllegation"), share: 6 },
        ],
        rows: actor.allegedRoles.map(({ inKind, inCode, role, ...link }) => [
          [reading.refer(inCode)],
          line(words.term(inKind === "testimony" ? "testimonySuspectRole" : "suspectRole", role)),
          inKind === "allegation" ? line(words.say("suspects.seeAllegation")) : reading.grounds(link),
        ]),
      },
    ],
  };
}

/** The reviewed determination of each facet, with its reasons and who decided, by role and case code. */
export function findingSection(reading: Reading): SectionView {
  const { words, dossier } = reading;
  return {
    id: "findings",
    title: words.say("findings.title"),
    opensPage: true,
    intro: [words.say("findings.intro"), words.say("findings.levels")],
    empty: words.say("findings.empty"),
    records: dossier.findings.map((finding) => findingRecord(reading, finding)),
    table: null,
  };
}

function findingRecord(reading: Reading, finding: Finding): RecordView {
  const { words, dossier } = reading;
  const allegation = dossier.allegations.find(({ code: own }) => own === finding.allegationCode);
  const act = allegation === undefined ? "" : words.term("violation", allegation.violation);
  const blocks: Block[] = [
    facts([
      [words.say("fields.version"), String(finding.version)],
      [
        words.say("fields.allegation"),
        [reading.refer(finding.allegationCode), ...(allegation ? line(allegation.wording) : [])],
      ],
      [
        words.say("fields.facet"),
        [
          [
            plain(words.term("facet", finding.facet)),
            muted(` · ${words.definition("facet", finding.facet)}`),
          ],
        ],
      ],
      [words.say("fields.level"), levelLine(reading, finding.level)],
      [words.say("fields.ceiling"), levelLine(reading, finding.ceiling)],
      [words.say("fields.override"), finding.override ? words.say("findings.override") : null],
      [words.say("fields.standard"), words.say(`standard.${finding.standardOfProof}`)],
      [
        words.say("fields.witnessSet"),
        finding.witnessSet.length === 0 ? words.say("none") : reading.referAll(finding.witnessSet),
      ],
    ]),
    ...withheldEvidence(reading, finding),
  ];
  if (finding.reasoning !== null) {
    blocks.push(
      { kind: "heading", text: words.say("findings.reasoning") },
      { kind: "prose", paragraphs: body(finding.reasoning) },
    );
  }
  if (finding.contrarySearch !== null) {
    const { on, result } = finding.contrarySearch;
    blocks.push(
      { kind: "heading", text: words.say("findings.contrarySearch") },
      {
        kind: "prose",
        paragraphs: body([on === null ? "" : words.date(on), result ?? ""].filter(Boolean).join(": ")),
      },
    );
  }
  blocks.push(
    { kind: "heading", text: words.say("findings.deciders") },
    facts([
      ...finding.deciders.map(
        (decider) => [words.say(`step.${decider.step}`), [deciderLine(reading, decider)]] as const,
      ),
      [
        words.say("fields.computedWith"),
        [[code(finding.algorithmVersion), muted(" · "), code(finding.codebookVersion)]],
      ],
    ]),
  );
  return {
    code: finding.code,
    title: [plain(words.term("facet", finding.facet)), muted(" · "), plain(act)],
    aside: null,
    badges: badges(reading, finding),
    blocks,
  };
}

/** A finding never looks unopposed because what opposes it may not leave: how much stays, on which side and by which rule. */
function withheldEvidence({ words }: Reading, { withheldEvidence: kept }: Finding): Block[] {
  if (kept.length === 0) return [];
  return [
    { kind: "note", text: words.say("findings.evidenceWithheld") },
    {
      kind: "table",
      columns: [
        { head: words.say("fields.withheldStatements"), share: 4 },
        { head: words.say("fields.count"), share: 2 },
        { head: words.say("fields.rule"), share: 8 },
      ],
      rows: kept.map(({ stance, rule, count }) => [
        line(words.term("stance", stance)),
        line(String(count)),
        [...line(words.maybe(`withheldRule.${rule}`) ?? rule), [code(rule)]],
      ]),
    },
  ];
}

function levelLine({ words }: Reading, level: number): string {
  return words.say("findings.levelOf", { level, label: words.say(`level.${level}.label`) });
}

function badges({ words }: Reading, finding: Finding): Badge[] {
  const tones = { approved: "firm", contested: "warning", refuted: "warning" } as const;
  const list: Badge[] = [
    { text: words.say(`findingStatus.${finding.status}`), tone: tones[finding.status] },
    { text: words.say("findings.levelBadge", { level: finding.level }), tone: "neutral" },
  ];
  if (finding.withheldEvidence.some(({ stance }) => stance === "contradict"))
    list.push({ text: words.say("findings.withheldAgainstBadge"), tone: "warning" });
  if (finding.override) list.push({ text: words.say("findings.overrideBadge"), tone: "warning" });
  return list;
}
