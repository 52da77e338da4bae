import type { Defect } from "../defect.js";

/** Somebody without the issuer's key names it all the same. */
export const wrongKey: Defect = {
  id: "wrong-key",
  says: "another key signed it, and its header names the issuer's",
  signedBy: "another-key",
  namedKey: "published",
};
