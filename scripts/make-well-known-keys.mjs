// Makes the well-known keys that are missing and writes them into the source tree; with --all it makes all anew. They are public and prove nothing: run this
// only when their shape changes.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createKeyMaterial } from "../packages/simulation/dist/keys/create-key-material.js";
import { WELL_KNOWN_KEYS } from "../packages/simulation/dist/keys/well-known-keys.js";

const FILE = fileURLToPath(new URL("../packages/simulation/src/keys/well-known-keys.ts", import.meta.url));
const REGIONS = [
  "us-east-1",
  "us-east-2",
  "us-west-1",
  "us-west-2",
  "af-south-1",
  "ap-east-1",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-south-2",
  "ap-southeast-1",
  "ap-southeast-2",
  "ap-southeast-3",
  "ap-southeast-4",
  "ap-southeast-5",
  "ap-southeast-7",
  "ap-east-2",
  "ca-central-1",
  "ca-west-1",
  "eu-central-1",
  "eu-central-2",
  "eu-north-1",
  "eu-south-1",
  "eu-south-2",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "il-central-1",
  "me-central-1",
  "mx-central-1",
  "me-south-1",
  "sa-east-1",
  "cn-north-1",
  "cn-northwest-1",
  "us-gov-east-1",
  "us-gov-west-1",
];
const validity = { notBefore: new Date("2000-01-01T00:00:00Z"), notAfter: new Date("2099-12-31T23:59:59Z") };

const made = await createKeyMaterial({ regions: REGIONS, validity });
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
