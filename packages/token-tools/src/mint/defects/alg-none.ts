import { changePart } from "../change-part.js";
import type { Defect } from "../defect.js";

/** An unsecured JWS (RFC 7515, appendix A.5). */
export const algNone: Defect = {
  id: "alg-none",
  says: "its header says that it is not signed, and it has no signature",
  afterSigning: ({ header, payload }) => [changePart(header, (parameters) => ({ ...parameters, alg: "none" })), payload, ""],
};
