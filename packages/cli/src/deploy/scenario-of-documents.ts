import { check, type InputFile, toScenarioFolder } from "@irsa-sim/check";
import { epochMillis, type Json, type JsonObject } from "@irsa-sim/core";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { parse, stringify } from "yaml";

/** What is allowed once there are credentials is wanted too, and a check keeps it only for calls. */
const ANY_CALL = { action: "s3:ListAllMyBuckets", resource: "*" };
const SCENARIO = "scenario.yaml";

/**
 * A scenario from what people have of AWS: `check` relates the documents to each workload that they name, and the AWS sides of those become one.
 * The workloads themselves are played for nobody; they run in the cluster. Buckets are those that policies name.
 *
 * @returns its files by their names
 * @throws {CheckError} when the files have faults, or nothing in them is about a role
 */
export async function scenarioOfDocuments(files: readonly InputFile[]): Promise<ReadonlyMap<string, string>> {
  const everything = { workload: null, namespace: null, cluster: null, sdk: null, sdkVersion: null };
  const evidence = { token: null, environment: null, error: null };
  const { played } = await check(files, { calls: [ANY_CALL], ...everything, evidence, seed: "1", startAt: epochMillis(Date.now()), keys: WELL_KNOWN_KEYS });
  const folders = played.flatMap(({ plays }) => plays.map(toScenarioFolder));
  const [first = new Map<string, string>()] = folders;
  const worlds = folders.map((folder) => parse(folder.get(SCENARIO) ?? "") as JsonObject);
  const { expect: _, ...world } = worlds[0] ?? {};
  const buckets = Object.fromEntries(bucketsNamedIn(folders.flatMap((folder) => [...folder.values()])).map((name) => [name, {}]));
  const aws = [...worlds.map((one) => one.aws ?? {}), ...(Object.keys(buckets).length > 0 ? [{ buckets }] : [])].reduce(merge, {});
  const scenario = { ...world, title: "The AWS side of a cluster", tags: ["deployed"], aws, expect: { outcome: "succeeded" } };
  return new Map([...first, [SCENARIO, `# Written by irsa-sim deploy, from the documents that it was given.\n${stringify(scenario, { lineWidth: 0 })}`]]);
}

/** The buckets that policies name in full: an app that may use one finds it, with nothing in it. */
function bucketsNamedIn(texts: readonly string[]): readonly string[] {
  const found = texts.flatMap((text) => [...text.matchAll(/arn:aws[\w-]*:s3:::([a-z\d][a-z\d.-]{1,61}[a-z\d])(?=[/"'\s]|$)/g)].map(([, name = ""]) => name));
  return [...new Set(found)].toSorted();
}

/** Both values as one: members of objects, and elements of lists that are not there yet; of two other values the first. */
function merge(a: Json, b: Json): Json {
  if (Array.isArray(a) && Array.isArray(b)) {
    const known = new Set(a.map((one) => JSON.stringify(one)));
    return [...a, ...b.filter((one) => !known.has(JSON.stringify(one)))];
  }
  if (!isObject(a) || !isObject(b)) return a;
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(names.map((name) => [name, merged(a[name], b[name])]));
}

function merged(a: Json | undefined, b: Json | undefined): Json {
  if (a === undefined) return b ?? null;
  return b === undefined ? a : merge(a, b);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
