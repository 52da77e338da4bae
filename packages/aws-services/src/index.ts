/** Step 9 at any service but S3, STS and IAM: authentication, authorisation, an answer without content. */
export { createService } from "./create-service.js";
export type { ServiceOptions } from "./service-options.js";
