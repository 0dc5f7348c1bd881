"use client";

import type { AppOffer } from "#components/form/session-requests.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./entrance-parts.module.css";

/** A secret for an authenticator app: as a picture for its camera, and as text for who types it. */
export function AppPicture({ offer }: { offer: AppOffer }) {
  const t = useTranslator("entrance");
  const { size, path } = offer.picture;
  return (
    <div className={classes.offer}>
      <figure className={classes.picture} aria-label={t("factor.picture")}>
        <svg viewBox={`0 0 ${size} ${size}`} aria-hidden shapeRendering="crispEdges">
          <path d={path} />
        </svg>
      </figure>
      <p>
        {t("factor.byHand")}{" "}
        <code className={classes.secret} dir="ltr">
          {(offer.secret.match(/.{1,4}/g) ?? []).join(" ")}
        </code>
      </p>
    </div>
  );
}
