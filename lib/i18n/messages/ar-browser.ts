// The rooms whose words client components show: every page brings all of them. A room that only the server speaks of
// stands in ar.ts.
import account from "./ar/account.json" with { type: "json" };
import accounts from "./ar/accounts.json" with { type: "json" };
import actors from "./ar/actors.json" with { type: "json" };
import analysis from "./ar/analysis.json" with { type: "json" };
import audit from "./ar/audit.json" with { type: "json" };
import bulk from "./ar/bulk.json" with { type: "json" };
import care from "./ar/care.json" with { type: "json" };
import cases from "./ar/cases.json" with { type: "json" };
import codebook from "./ar/codebook.json" with { type: "json" };
import common from "./ar/common.json" with { type: "json" };
import consent from "./ar/consent.json" with { type: "json" };
import retention from "./ar/retention.json" with { type: "json" };
import risk from "./ar/risk.json" with { type: "json" };
import people from "./ar/people.json" with { type: "json" };
import contact from "./ar/contact.json" with { type: "json" };
import contradictions from "./ar/contradictions.json" with { type: "json" };
import corroboration from "./ar/corroboration.json" with { type: "json" };
import dates from "./ar/dates.json" with { type: "json" };
import desk from "./ar/desk.json" with { type: "json" };
import entrance from "./ar/entrance.json" with { type: "json" };
import exportsRoom from "./ar/exports.json" with { type: "json" };
import fault from "./ar/fault.json" with { type: "json" };
import figures from "./ar/figures.json" with { type: "json" };
import glossary from "./ar/glossary.json" with { type: "json" };
import incidents from "./ar/incidents.json" with { type: "json" };
import links from "./ar/links.json" with { type: "json" };
import media from "./ar/media.json" with { type: "json" };
import places from "./ar/places.json" with { type: "json" };
import problems from "./ar/problems.json" with { type: "json" };
import proceedings from "./ar/proceedings.json" with { type: "json" };
import recipients from "./ar/recipients.json" with { type: "json" };
import referrals from "./ar/referrals.json" with { type: "json" };
import review from "./ar/review.json" with { type: "json" };
import search from "./ar/search.json" with { type: "json" };
import sources from "./ar/sources.json" with { type: "json" };
import tags from "./ar/tags.json" with { type: "json" };
import testimonies from "./ar/testimonies.json" with { type: "json" };
import teamwork from "./ar/teamwork.json" with { type: "json" };
import ui from "./ar/ui.json" with { type: "json" };
import vault from "./ar/vault.json" with { type: "json" };
import rolls from "./ar/rolls.json" with { type: "json" };
import victims from "./ar/victims.json" with { type: "json" };
import witnesses from "./ar/witnesses.json" with { type: "json" };

/** The messages that a browser gets in this language. */
export const arBrowser = {
  account,
  accounts,
  actors,
  analysis,
  audit,
  bulk,
  care,
  cases,
  codebook,
  common,
  consent,
  retention,
  risk,
  people,
  contact,
  contradictions,
  corroboration,
  dates,
  desk,
  entrance,
  exports: exportsRoom,
  fault,
  figures,
  glossary,
  incidents,
  links,
  media,
  places,
  problems,
  proceedings,
  recipients,
  referrals,
  review,
  search,
  sources,
  tags,
  testimonies,
  teamwork,
  ui,
  vault,
  rolls,
  victims,
  witnesses,
};
