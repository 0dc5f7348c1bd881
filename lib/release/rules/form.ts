import { FORM_OF_PROFILE, FORMS, type Form, type Profile } from "../vocabulary.ts";

/** Whether a form shows no more of a person than another. */
export const showsNoMore = (form: Form, than: Form): boolean => FORMS.indexOf(form) <= FORMS.indexOf(than);

/** Whether a profile shows no more of a person than was granted (IIIM and IIMM, scope of consent). */
export const isWithin = (profile: Profile, granted: Form): boolean =>
  showsNoMore(FORM_OF_PROFILE[profile], granted);
