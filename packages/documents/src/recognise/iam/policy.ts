import type { Recogniser } from "../recogniser.js";

/** A policy document itself. */
export const policy: Recogniser = (object) =>
  object.members.has("Statement") ? { documents: [{ kind: "policy", name: null, role: null, node: object }], passedOver: [], faults: [] } : null;
