/** Prefix of every kind of id; an id is `<prefix>_` and 22 base-62 characters, of which 16 at least (95 bits) are its own. */
export const idPrefixes = {
  account: "ac",
  accountRole: "ar",
  actor: "a",
  allegation: "al",
  assignment: "as",
  attachment: "at",
  callerCode: "p",
  case: "c",
  caseMember: "cm",
  comment: "co",
  commentText: "ct",
  dataKey: "dk",
  dependency: "dp",
  draft: "dr",
  evidenceLink: "el",
  export: "x",
  figure: "f",
  finding: "fi",
  grade: "g",
  human: "h",
  incident: "i",
  job: "j",
  link: "l",
  log: "lg",
  media: "m",
  notice: "n",
  person: "tp",
  place: "pl",
  preference: "pf",
  proceeding: "pr",
  readMark: "rm",
  request: "r",
  savedView: "sv",
  session: "s",
  source: "so",
  statement: "st",
  tag: "tg",
  tagging: "tu",
  testimony: "t",
  testimonyVersion: "tv",
  testimonyWriter: "tw",
  timelineNote: "tn",
  victim: "v",
  witness: "w",
} as const;

export type IdKind = keyof typeof idPrefixes;

const ID = /^[a-z]{1,2}_[0-9A-Za-z]{22}$/;

/** True for text of the form of an id; only such text may stand in an audit event's `obj`. */
export const isId = (text: string): boolean => ID.test(text);
