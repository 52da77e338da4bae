// Makes the well-known keys that are missing and writes them into the source tree; with --all it makes all anew. They are public and prove nothing: run this
// only when their shape changes.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createKeyMaterial } from "../packages/simulation/dist/keys/create-key-material.js";
import { REGIONS } from "../packages/simulation/dist/keys/regions.js";
import { WELL_KNOWN_KEYS } from "../packages/simulation/dist/keys/well-known-keys.js";
import { MOST_FURTHER_CLUSTERS } from "../packages/simulation/dist/settings/clusters/schema.js";

const FILE = fileURLToPath(new URL("../packages/simulation/src/keys/well-known-keys.ts", import.meta.url));
const validity = { notBefore: new Date("2000-01-01T00:00:00Z"), notAfter: new Date("2099-12-31T23:59:59Z") };

const made = await createKeyMaterial({ regions: REGIONS, validity, furtherClusters: MOST_FURTHER_CLUSTERS, keysPerIssuer: 3 });
const kept = { ...made, ...WELL_KNOWN_KEYS, certificates: { ...made.certificates, ...WELL_KNOWN_KEYS.certificates } };
const keys = process.argv.includes("--all") ? made : kept;
const text = `/**
 * PUBLIC AND UNSAFE. These keys ship with the simulator so that a run starts at once and gives the same bytes everywhere.
 * Everybody has them: nothing that they sign proves anything. Written by scripts/make-well-known-keys.mjs; do not edit.
 */
import type { KeyMaterial } from "./key-material.js";

/** The well-known keys and certificates; no secret. */
export const WELL_KNOWN_KEYS: KeyMaterial = ${JSON.stringify(keys, null, 2)};
`;
writeFileSync(FILE, text);
console.log("well-known-keys.ts written");
