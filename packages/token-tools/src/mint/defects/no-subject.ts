import type { Defect } from "../defect.js";

/** STS demands the claim. */
export const noSubject: Defect = {
  id: "no-subject",
  says: "it says of nobody whom it is about",
  claims: ({ sub: _, ...others }) => others,
};
