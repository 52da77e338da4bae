import { changePart } from "../change-part.js";
import type { Defect } from "../defect.js";

/** What an attacker tries on verifiers that take the public key for a secret. */
export const algHmac: Defect = {
  id: "alg-hmac",
  says: "its header says that a secret signed it (HS256)",
  afterSigning: ({ header, payload, signature }) => [changePart(header, (parameters) => ({ ...parameters, alg: "HS256" })), payload, signature],
};
