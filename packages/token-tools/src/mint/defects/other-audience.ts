import type { Defect } from "../defect.js";

/** The token that every pod has anyway. */
export const otherAudience: Defect = {
  id: "other-audience",
  says: "it is for the API server and not for AWS",
  claims: (claims) => ({ ...claims, aud: ["https://kubernetes.default.svc"] }),
};
