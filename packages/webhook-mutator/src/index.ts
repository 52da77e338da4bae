/** Step 1: the EKS pod identity webhook: AdmissionReview in, JSON Patch out. */
export { createWebhook, type ServiceAccountReader, type WebhookOptions } from "./create-webhook.js";
export type { ServiceAccount } from "./identity/decide-identity.js";
export { DEFAULT_WEBHOOK_SETTINGS, type WebhookSettings } from "./settings.js";
