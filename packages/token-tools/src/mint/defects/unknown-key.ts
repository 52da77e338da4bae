import type { Defect } from "../defect.js";

/** The issuer signs with a key that it does not publish, as after a rotation whose documents nobody uploaded. */
export const unknownKey: Defect = {
  id: "unknown-key",
  says: "a key signed it that the issuer does not publish, and its header names that key",
  signedBy: "another-key",
};
