/** A JSON Patch that does not apply; the message is that of the library which Kubernetes uses. */
export class PatchError extends Error {}
