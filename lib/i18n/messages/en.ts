// The catalogue of one language: one file a room, the namespace is the file's name. A new room is two lines here, in
// every language; where client components have its words, in the part for the browser instead.
import { enBrowser } from "./en-browser.ts";
import access from "./en/access.json" with { type: "json" };
import admin from "./en/admin.json" with { type: "json" };
import auth from "./en/auth.json" with { type: "json" };
import breach from "./en/breach.json" with { type: "json" };
import compartments from "./en/compartments.json" with { type: "json" };
import dossier from "./en/dossier.json" with { type: "json" };
import emergencies from "./en/emergencies.json" with { type: "json" };
import evidence from "./en/evidence.json" with { type: "json" };
import guide from "./en/guide.json" with { type: "json" };
import imports from "./en/imports.json" with { type: "json" };
import keys from "./en/keys.json" with { type: "json" };
import locked from "./en/locked.json" with { type: "json" };
import origins from "./en/origins.json" with { type: "json" };
import proof from "./en/proof.json" with { type: "json" };

/** Every message of the interface in this language. */
export const en = {
  ...enBrowser,
  access,
  admin,
  auth,
  breach,
  compartments,
  dossier,
  emergencies,
  evidence,
  guide,
  imports,
  keys,
  locked,
  origins,
  proof,
};
