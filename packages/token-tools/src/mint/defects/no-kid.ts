import type { Defect } from "../defect.js";

/** As before Kubernetes 1.16. */
export const noKid: Defect = { id: "no-kid", says: "its header names no key, as before Kubernetes 1.16", namedKey: "none" };
