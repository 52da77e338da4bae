/** A pod that does not decode; the message is Go's or Kubernetes' own and goes into the denial. */
export class DecodingError extends Error {}
