/** The pod identity webhook. */
export { CONFIG_MAP_NAME } from "./caches/config-map-cache.js";
export { rolesInConfig } from "./caches/roles-in-config.js";
export { createWebhook, type Webhook, type WebhookOptions } from "./create-webhook.js";
export { parseFlags } from "./flags/parse-flags.js";
export { DEFAULT_WEBHOOK_SETTINGS, type WebhookSettings } from "./settings.js";
