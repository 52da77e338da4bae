/** Everything that documents can have wrong, each alone. */

import { SERVICE_ACCOUNT, WORKLOAD } from "./cluster.js";
import type { Mutation } from "./mutation.js";
import { PROVIDER, TRUST_POLICY } from "./trust-policy.js";

const NOTHING: Mutation = { name: "nothing", cause: null, apply: (world) => world };

export const MUTATIONS: readonly Mutation[] = [NOTHING, ...TRUST_POLICY, ...PROVIDER, ...SERVICE_ACCOUNT, ...WORKLOAD];
