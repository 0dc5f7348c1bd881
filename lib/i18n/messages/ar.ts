// The catalogue of one language: one file a room, the namespace is the file's name. A new room is two lines here, in
// every language; where client components have its words, in the part for the browser instead.
import { arBrowser } from "./ar-browser.ts";
import access from "./ar/access.json" with { type: "json" };
import admin from "./ar/admin.json" with { type: "json" };
import auth from "./ar/auth.json" with { type: "json" };
import breach from "./ar/breach.json" with { type: "json" };
import compartments from "./ar/compartments.json" with { type: "json" };
import dossier from "./ar/dossier.json" with { type: "json" };
import emergencies from "./ar/emergencies.json" with { type: "json" };
import evidence from "./ar/evidence.json" with { type: "json" };
import guide from "./ar/guide.json" with { type: "json" };
import imports from "./ar/imports.json" with { type: "json" };
import keys from "./ar/keys.json" with { type: "json" };
import locked from "./ar/locked.json" with { type: "json" };
import origins from "./ar/origins.json" with { type: "json" };
import proof from "./ar/proof.json" with { type: "json" };

/** Every message of the interface in this language. */
export const ar = {
  ...arBrowser,
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
