import type { Json, JsonObject } from "@irsa-sim/core";
import { isPlainPorts, isPlainProbe, isPlainResources } from "./plain-members.js";

/** Variables that an SDK, its runtime or its network may look at. */
const LOOKED_AT = /AWS|AMAZON|HOME|PROFILE|PROXY|CERT|SSL|CA_|JAVA|BOTO|NODE_|PATH/i;
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

const isText = (value: Json | undefined): boolean => typeof value === "string" && value.trim() === value && value !== "";
const areTexts = (value: Json | undefined): boolean => Array.isArray(value) && value.every((item) => typeof item === "string");

/** Members that nobody looks at on the way to a role, and when the API server takes them. */
const PASSED_OVER: Readonly<Record<string, (value: Json) => boolean>> = {
  image: isText,
  command: areTexts,
  args: areTexts,
  ports: isPlainPorts,
  resources: isPlainResources,
  livenessProbe: isPlainProbe,
  readinessProbe: isPlainProbe,
  startupProbe: isPlainProbe,
};

/** A container without what nobody looks at; whatever the API server may refuse stays. */
export function foldContainer(container: Json): Json {
  if (typeof container !== "object" || container === null || Array.isArray(container)) return container;
  const { env, ...others } = container as JsonObject;
  const kept = Object.entries(others).filter(([member, value]) => PASSED_OVER[member]?.(value as Json) !== true);
  return Object.fromEntries([...kept, ["env", env === undefined ? [] : foldVariables(env)]]);
}

/** Variables of the app's own are left out, unless one may be made of another. */
function foldVariables(env: Json): Json {
  if (!Array.isArray(env) || JSON.stringify(env).includes("$(")) return env;
  return env.filter((entry: Json) => !isOwn(entry));
}

function isOwn(entry: Json): boolean {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return false;
  const { name, value, ...others } = entry as JsonObject;
  const isPlain = Object.keys(others).length === 0 && (value === undefined || typeof value === "string");
  return isPlain && typeof name === "string" && VARIABLE.test(name) && !LOOKED_AT.test(name);
}
