import { strictObject } from "@irsa-sim/core/schema";
import type { WorldDescription, WrittenWorld } from "./world-description.js";
import { WORLD_SETTINGS } from "./world-settings.js";

const world = strictObject(WORLD_SETTINGS);

/**
 * Fills in what a description leaves out, and holds it against the settings of the world.
 *
 * @throws {z.ZodError} whose issues say what would be right, and where
 * @example
 * parseWorldDescription({ cluster: { region: "us-west-2" } }).cluster.issuer.url; // "https://oidc.eks.us-west-2.amazonaws.com/id/…"
 */
export function parseWorldDescription(written: WrittenWorld): WorldDescription {
  return { ...world.parse(written), runUntilTold: [] };
}
