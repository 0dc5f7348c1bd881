// The rooms whose words client components show: every page brings all of them. A room that only the server speaks of
// stands in en.ts.
import account from "./en/account.json" with { type: "json" };
import accounts from "./en/accounts.json" with { type: "json" };
import actors from "./en/actors.json" with { type: "json" };
import analysis from "./en/analysis.json" with { type: "json" };
import audit from "./en/audit.json" with { type: "json" };
import bulk from "./en/bulk.json" with { type: "json" };
import care from "./en/care.json" with { type: "json" };
import cases from "./en/cases.json" with { type: "json" };
import codebook from "./en/codebook.json" with { type: "json" };
import common from "./en/common.json" with { type: "json" };
import consent from "./en/consent.json" with { type: "json" };
import retention from "./en/retention.json" with { type: "json" };
import risk from "./en/risk.json" with { type: "json" };
import people from "./en/people.json" with { type: "json" };
import contact from "./en/contact.json" with { type: "json" };
import contradictions from "./en/contradictions.json" with { type: "json" };
import corroboration from "./en/corroboration.json" with { type: "json" };
import dates from "./en/dates.json" with { type: "json" };
import desk from "./en/desk.json" with { type: "json" };
import entrance from "./en/entrance.json" with { type: "json" };
import exportsRoom from "./en/exports.json" with { type: "json" };
import fault from "./en/fault.json" with { type: "json" };
import figures from "./en/figures.json" with { type: "json" };
import glossary from "./en/glossary.json" with { type: "json" };
import incidents from "./en/incidents.json" with { type: "json" };
import links from "./en/links.json" with { type: "json" };
import media from "./en/media.json" with { type: "json" };
import places from "./en/places.json" with { type: "json" };
import problems from "./en/problems.json" with { type: "json" };
import proceedings from "./en/proceedings.json" with { type: "json" };
import recipients from "./en/recipients.json" with { type: "json" };
import referrals from "./en/referrals.json" with { type: "json" };
import review from "./en/review.json" with { type: "json" };
import search from "./en/search.json" with { type: "json" };
import sources from "./en/sources.json" with { type: "json" };
import tags from "./en/tags.json" with { type: "json" };
import testimonies from "./en/testimonies.json" with { type: "json" };
import teamwork from "./en/teamwork.json" with { type: "json" };
import ui from "./en/ui.json" with { type: "json" };
import vault from "./en/vault.json" with { type: "json" };
import rolls from "./en/rolls.json" with { type: "json" };
import victims from "./en/victims.json" with { type: "json" };
import witnesses from "./en/witnesses.json" with { type: "json" };

/** The messages that a browser gets in this language. */
export const enBrowser = {
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
