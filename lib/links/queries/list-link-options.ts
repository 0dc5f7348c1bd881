import { suggestActors } from "#lib/actors/queries/suggest-actors.ts";
import { CaseId } from "#lib/cases/vocabulary.ts";
import { authorize } from "#lib/core/authorize.ts";
import { query } from "#lib/core/query.ts";
import { SuggestInput } from "#lib/core/suggest.ts";
import { suggestFigures } from "#lib/figures/queries/suggest-figures.ts";
import { suggestIncidents } from "#lib/incidents/queries/suggest-incidents.ts";
import { suggestMedia } from "#lib/media/queries/suggest-media.ts";
import { suggestPlaces } from "#lib/places/queries/suggest-places.ts";
import { suggestProceedings } from "#lib/proceedings/queries/suggest-proceedings.ts";
import { suggestSources } from "#lib/sources/queries/suggest-sources.ts";
import { suggestTestimonies } from "#lib/testimonies/queries/suggest-testimonies.ts";
import { LinkNoun } from "../vocabulary.ts";

const suggestions = {
  testimony: suggestTestimonies,
  incident: suggestIncidents,
  actor: suggestActors,
  place: suggestPlaces,
  media: suggestMedia,
  figure: suggestFigures,
  proceeding: suggestProceedings,
  source: suggestSources,
} as const;

/** Search-or-create for the other end of a link: each noun is searched by its own room, under its own permission. */
export const listLinkOptions = query({
  name: "link.options",
  input: SuggestInput.extend({ caseId: CaseId, noun: LinkNoun }),
  permission: "link.read",
  caseOf: ({ caseId }) => caseId,
  async run(ctx, { caseId, noun, text, limit }) {
    const question = suggestions[noun];
    authorize(ctx.scope, question.permission, caseId, question.sight);
    const { options } = await question.run(ctx, { caseId, text, limit });
    return {
      options: options.map((option) => ({
        id: option.id,
        code: option.code,
        label: option.label,
        labelAr: "labelAr" in option ? option.labelAr : null,
      })),
    };
  },
});
