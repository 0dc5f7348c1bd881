import { MAP_LOOKED_AT_MAX, MAP_PLACES_MAX } from "#lib/analysis/vocabulary.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import classes from "./map-page.module.css";
import type { MapFound } from "./map-words.ts";

/** What the map does not show, and why: an empty spot on it means nothing by itself. */
export async function OffMap({ found }: { found: MapFound }) {
  const [t, format] = await Promise.all([translator("analysis"), formats()]);
  const { placesWithoutPoint: places } = found;
  const ofNoun = (noun: "incidents" | "testimonies") => {
    const { total, withoutPlace, withoutPoint, more } = found[noun];
    const said = t(`map.off.${noun}`, {
      total: format.number(total),
      withoutPlace: format.number(withoutPlace),
      withoutPoint: format.number(withoutPoint),
    });
    return more ? `${said} ${t("map.off.looked", { number: format.number(MAP_LOOKED_AT_MAX) })}` : said;
  };
  const number = format.number(places.count);
  return (
    <ul className={classes.off}>
      <li>{ofNoun("incidents")}</li>
      <li>{ofNoun("testimonies")}</li>
      {places.count === 0 ? null : (
        <li>
          {t("map.off.places", {
            count: places.count,
            number: places.more ? t("orMore", { number }) : number,
          })}
        </li>
      )}
      {found.morePoints ? (
        <li>{t("map.off.morePoints", { number: format.number(MAP_PLACES_MAX) })}</li>
      ) : null}
    </ul>
  );
}
