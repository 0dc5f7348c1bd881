import type { Dossier } from "../dossier.ts";

/** Incidents, places, actors, sources and what is withheld of the invented case. */
export const sampleRecord: Pick<
  Dossier,
  "incidents" | "places" | "actors" | "sources" | "withheld" | "auditEvents"
> = {
  incidents: [
    {
      code: "I-RUM",
      title: "Killings behind the olive press at Wadi al-Rumman",
      titleAr: "القتل خلف معصرة الزيتون في وادي الرمّان",
      kind: "event",
      when: { edtf: "2031-03-06/2031-03-07", wording: "the night before the market day" },
      placeCodes: ["PL-RUM", "PL-PRESS"],
      victimGroup: "civilians_unspecified",
      summary:
        "Armed men are alleged to have entered the lower quarter before dawn, to have led six men to the olive press and to have shot them there. Two houses are said to have been set on fire.\nThe local council denies that any arrest took place on that day.",
      allegedPerpetrators: [
        {
          actorCode: "A-U03",
          role: "direct",
          basis: "Named by two witnesses by its vehicle markings",
          sourceCode: null,
        },
        { actorCode: "A-UNK", role: "suspected", basis: null, sourceCode: "S-LETTER" },
      ],
      violations: ["K1", "P2"],
      parentCode: null,
    },
    {
      code: "I-SIN",
      title: "Arrests at the checkpoint of Tal Sindian",
      titleAr: "توقيفات عند حاجز تلّ السنديان",
      kind: "aggregate",
      when: { edtf: "2031-03~", wording: null },
      placeCodes: ["PL-SIN"],
      victimGroup: "civilians_unspecified",
      summary:
        "Men on their way back from market are alleged to have been held for two days; money is said to have been asked for their release.",
      allegedPerpetrators: [
        {
          actorCode: "A-GUARD",
          role: null,
          basis: "Mans the checkpoint, according to the Letter",
          sourceCode: "S-LETTER",
        },
      ],
      violations: ["L1", "P4"],
      parentCode: null,
    },
  ],
  places: [
    {
      code: "PL-RUM",
      name: "Wadi al-Rumman",
      nameAr: "وادي الرمّان",
      otherNames: ["Wadi Rumman"],
      kind: "village",
      precision: "P3",
      parentCode: "PL-REG",
    },
    {
      code: "PL-PRESS",
      name: "Olive press",
      nameAr: "معصرة الزيتون",
      otherNames: [],
      kind: "building",
      precision: "P1",
      parentCode: "PL-RUM",
    },
    {
      code: "PL-SIN",
      name: "Tal Sindian",
      nameAr: "تلّ السنديان",
      otherNames: [],
      kind: "checkpoint",
      precision: "P2",
      parentCode: "PL-REG",
    },
    {
      code: "PL-REG",
      name: "Sahl al-Naher",
      nameAr: "سهل النهر",
      otherNames: [],
      kind: "region",
      precision: "P6",
      parentCode: null,
    },
  ],
  actors: [
    {
      code: "A-U03",
      name: "Unit U-03",
      nameAr: "الوحدة U-03",
      kind: "unit",
      affiliationAlleged: "Said to belong to the Valley Guard",
      allegedRoles: [
        { inKind: "incident", inCode: "I-RUM", role: "direct", basis: "Vehicle markings, two witnesses" },
        {
          inKind: "allegation",
          inCode: "AL-KILL",
          role: "direct",
          basis: "Two witnesses, one from the lane and one from the reeds",
        },
        { inKind: "testimony", inCode: "T-4F7K", role: "named_as_perpetrator", basis: null },
      ],
    },
    {
      code: "A-GUARD",
      name: "Valley Guard",
      nameAr: "حرس الوادي",
      kind: "state_force",
      affiliationAlleged: null,
      allegedRoles: [{ inKind: "incident", inCode: "I-SIN", role: "suspected", basis: null }],
    },
    {
      code: "A-UNK",
      name: "Unidentified masked men",
      nameAr: "ملثّمون مجهولون",
      kind: "unidentified_group",
      affiliationAlleged: null,
      allegedRoles: [{ inKind: "incident", inCode: "I-RUM", role: "suspected", basis: "Seen by neighbours" }],
    },
    {
      code: "A-COUNCIL",
      name: "Local council",
      nameAr: "المجلس المحلّي",
      kind: "state_body",
      affiliationAlleged: null,
      allegedRoles: [],
    },
  ],
  sources: [
    {
      code: "S-LETTER",
      name: "Barqal Letter",
      nameAr: "رسالة برقال",
      kind: "media",
      reliability: { grade: "C", gradedAt: "2031-05-02T10:00:00Z" },
      note: "A small local page; it corrects itself in public.",
    },
    {
      code: "S-COUNCIL",
      name: "Local council, press office",
      nameAr: "المجلس المحلّي، المكتب الصحفي",
      kind: "state",
      reliability: null,
      note: null,
    },
  ],
  withheld: [
    { kind: "testimony", code: "T-9ZZ2", rule: "release.consent_export_no", changeableBy: "witness" },
    { kind: "statement", code: "ST-9ZZ2", rule: "release.from_withheld", changeableBy: "witness" },
    { kind: "testimony", code: "T-1AB5", rule: "release.not_accepted", changeableBy: "reviewer" },
    { kind: "finding", code: "F-OLD1", rule: "house.rule-17", changeableBy: "protection_officer" },
  ],
  auditEvents: [
    '{"act":"testimony.accept","at":"2031-03-20T08:00:00.000Z","obj":"T-4F7K","seq":41}',
    '{"act":"finding.approve","at":"2031-05-04T12:30:00.000Z","obj":"F-OCC1","seq":97}',
  ],
};
