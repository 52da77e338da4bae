import { changePart } from "../change-part.js";
import type { Defect } from "../defect.js";

/** A claim was changed after it was signed. */
export const tampered: Defect = {
  id: "tampered",
  says: "its sub was changed after it was signed",
  afterSigning: ({ header, payload, signature }) => [
    header,
    changePart(payload, (claims) => ({ ...claims, sub: "system:serviceaccount:kube-system:somebody-else" })),
    signature,
  ],
};
