import { pattern } from "./expected.js";

/** A URL that can be called. */
export const httpsUrl = pattern(/^https:\/\/\S+$/, "an https:// URL").refine((url) => URL.canParse(url), {
  error: "an https:// URL with a host that can be one",
});
