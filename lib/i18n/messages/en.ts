// The catalogue of one language: one file a room, the namespace is the file's name. A new room is two lines here, in every language.
import access from "./en/access.json" with { type: "json" };
import account from "./en/account.json" with { type: "json" };
import actors from "./en/actors.json" with { type: "json" };
import admin from "./en/admin.json" with { type: "json" };
import analysis from "./en/analysis.json" with { type: "json" };
import audit from "./en/audit.json" with { type: "json" };
import auth from "./en/auth.json" with { type: "json" };
import cases from "./en/cases.json" with { type: "json" };
import common from "./en/common.json" with { type: "json" };
import corroboration from "./en/corroboration.json" with { type: "json" };
import entrance from "./en/entrance.json" with { type: "json" };
import evidence from "./en/evidence.json" with { type: "json" };
import exportsRoom from "./en/exports.json" with { type: "json" };
import imports from "./en/imports.json" with { type: "json" };
import incidents from "./en/incidents.json" with { type: "json" };
import links from "./en/links.json" with { type: "json" };
import problems from "./en/problems.json" with { type: "json" };
import proof from "./en/proof.json" with { type: "json" };
import search from "./en/search.json" with { type: "json" };
import testimonies from "./en/testimonies.json" with { type: "json" };
import ui from "./en/ui.json" with { type: "json" };
import witnesses from "./en/witnesses.json" with { type: "json" };

/** Every message of the interface in this language. */
export const en = {
  access,
  account,
  actors,
  admin,
  analysis,
  audit,
  auth,
  cases,
  common,
  corroboration,
  entrance,
  evidence,
  exports: exportsRoom,
  imports,
  incidents,
  links,
  problems,
  proof,
  search,
  testimonies,
  ui,
  witnesses,
};
