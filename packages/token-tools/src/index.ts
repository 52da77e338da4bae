/** Service-account tokens by themselves: read, minted, verified. */
export { inspectToken, type TokenInspection } from "./inspect/inspect-token.js";
export { ClaimChangeError, parseClaimChange } from "./mint/claim-change.js";
export { createToken, type TokenWish } from "./mint/create-token.js";
export type { Defect } from "./mint/defect.js";
export { DEFECTS } from "./mint/defects/defects.js";
export { readSigningKey, SigningKeyError } from "./mint/read-signing-key.js";
export { findToken } from "./read/find-token.js";
export { readToken } from "./read/read-token.js";
export { TokenFormError } from "./read/token-form-error.js";
export { renderInspection } from "./render/render-inspection.js";
export { renderVerification } from "./render/render-verification.js";
export { findIssuerDocuments, IssuerDocumentsError, type SavedFile } from "./verify/issuer-documents.js";
export { readTrustPolicy, TrustPolicyError } from "./verify/read-trust-policy.js";
export { type Verification, verifyToken } from "./verify/verify-token.js";
