import type { Defect } from "../defect.js";

/** For AWS and for the API server at once. */
export const twoAudiences: Defect = {
  id: "two-audiences",
  says: "it is for two audiences, and no azp chooses",
  claims: (claims) => ({ ...claims, aud: ["sts.amazonaws.com", "https://kubernetes.default.svc"] }),
};
