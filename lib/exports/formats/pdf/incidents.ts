import type { Dossier } from "../../dossier.ts";
import type { Reading } from "./reading.ts";
import {
  body,
  code,
  codes,
  facts,
  line,
  muted,
  plain,
  type Block,
  type RecordView,
  type SectionView,
  type TableBlock,
} from "./view.ts";

type Incident = Dossier["incidents"][number];
type Allegation = Dossier["allegations"][number];

/** What is alleged to have happened: each incident with its alleged acts and alleged perpetrators. */
export function incidentSection(reading: Reading): SectionView {
  const { words, dossier } = reading;
  return {
    id: "incidents",
    title: words.say("incidents.title"),
    intro: [words.say("incidents.intro")],
    empty: words.say("incidents.empty"),
    opensPage: true,
    records: dossier.incidents.map((incident) => incidentRecord(reading, incident)),
    table: null,
  };
}

function incidentRecord(reading: Reading, incident: Incident): RecordView {
  const { words, dossier } = reading;
  const allegations = dossier.allegations.filter(({ incidentCode }) => incidentCode === incident.code);
  const testimonies = dossier.testimonies.filter(({ incidentCodes }) =>
    incidentCodes.includes(incident.code),
  );
  const blocks: Block[] = [
    facts([
      [words.say("fields.when"), reading.when(incident.when)],
      [words.say("fields.where"), reading.referAll(incident.placeCodes)],
      [words.say("fields.kind"), words.term("incidentKind", incident.kind)],
      [
        words.say("fields.partOf"),
        incident.parentCode === null ? null : [reading.refer(incident.parentCode)],
      ],
      [
        words.say("fields.victimGroup"),
        incident.victimGroup === null ? null : words.term("victimGroup", incident.victimGroup),
      ],
      [
        words.say("fields.violationsAlleged"),
        incident.violations.map((id) => [code(id), plain(` ${words.term("violation", id)}`)]),
      ],
      [words.say("fields.testimonies"), codes(testimonies.map((testimony) => testimony.code))],
    ]),
    { kind: "prose", paragraphs: body(incident.summary) },
  ];
  if (incident.allegedPerpetrators.length > 0) {
    blocks.push(
      { kind: "heading", text: words.say("incidents.perpetrators") },
      perpetratorTable(reading, incident),
    );
  }
  if (allegations.length > 0) {
    blocks.push(
      { kind: "heading", text: words.say("incidents.allegations") },
      allegationTable(reading, allegations),
    );
  }
  return {
    code: incident.code,
    ...reading.titled({ name: incident.title, nameAr: incident.titleAr }),
    badges: [],
    blocks,
  };
}

function perpetratorTable(reading: Reading, incident: Incident): TableBlock {
  const { words } = reading;
  return {
    kind: "table",
    columns: [
      { head: words.say("fields.allegedActor"), share: 5 },
      { head: words.say("fields.allegedRole"), share: 3 },
      { head: words.say("fields.basisOfAllegation"), share: 5 },
      { head: words.say("fields.source"), share: 4 },
    ],
    rows: incident.allegedPerpetrators.map(({ actorCode, role, sourceCode, ...link }) => [
      [reading.refer(actorCode)],
      line(role === null ? words.say("notStated") : words.term("suspectRole", role)),
      reading.grounds(link),
      sourceCode === null ? line(words.say("notStated")) : [reading.refer(sourceCode)],
    ]),
  };
}

function allegationTable(reading: Reading, allegations: readonly Allegation[]): TableBlock {
  const { words, dossier } = reading;
  return {
    kind: "table",
    columns: [
      { head: words.say("fields.allegation"), share: 3 },
      { head: words.say("fields.allegedAct"), share: 7 },
      { head: words.say("fields.allegedActor"), share: 4 },
      { head: words.say("fields.whenWhere"), share: 5 },
    ],
    rows: allegations.map((allegation) => {
      const findings = dossier.findings.filter(({ allegationCode }) => allegationCode === allegation.code);
      return [
        [
          [code(allegation.code)],
          ...findings.map((finding) => [muted(`${words.say("fields.finding")} `), code(finding.code)]),
        ],
        [
          [code(allegation.violation), plain(` ${words.term("violation", allegation.violation)}`)],
          ...line(allegation.wording),
          ...(allegation.victim === null
            ? []
            : [[muted(`${words.say("victim")} `), plain(allegation.victim)]]),
        ],
        allegation.actorCode === null ? line(words.say("notNamed")) : [reading.refer(allegation.actorCode)],
        [
          ...reading.when(allegation.when),
          ...(allegation.placeCode === null ? [] : [reading.refer(allegation.placeCode)]),
        ],
      ];
    }),
  };
}
