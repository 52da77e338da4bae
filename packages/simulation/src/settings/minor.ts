import { minorVersion } from "@irsa-sim/core/schema";

/** A version of Kubernetes as the number behind its dot: 29 of `1.29`. */
export const minor = minorVersion.optional().transform((version) => (version === undefined ? undefined : Number(version.split(".")[1])));
