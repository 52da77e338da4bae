/**
 * Which resource a call is meant for, where no parameter of its operation can say so.
 * Differs from AWS: a service there always knows its resources by its parameters, or by what it has stored.
 */
export const RESOURCE_HEADER = "x-irsa-sim-resource";
