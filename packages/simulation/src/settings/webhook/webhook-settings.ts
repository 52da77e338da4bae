import { strictObject } from "@irsa-sim/core/schema";
import { containerCredentials } from "./container-credentials/schema.js";
import { flags, region, stsRegionalEndpoints } from "./flags/schema.js";
import { absent, kubernetesVersion } from "./installation/schema.js";
import { registration } from "./registration/schema.js";

/** The pod identity webhook. */
export const webhookSettings = strictObject({ absent, region, stsRegionalEndpoints, flags, kubernetesVersion, containerCredentials, registration });
