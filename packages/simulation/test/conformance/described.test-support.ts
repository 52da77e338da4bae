/** Answers of API servers in a form that two of them have in common: with placeholders for what is a run's own. */
import type { JsonObject } from "@irsa-sim/core";
import type { ClusterRequest } from "./our-cluster.test-support.js";

/** An answer over the wire. */
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

const HEADERS = ["content-type", "warning", "x-content-type-options"];

/**
 * Describes an answer: status, the headers that matter, claims with times relative to `iat`, body.
 *
 * @param uids of the first objects, by their keys
 * @example described({ status: 200, headers: {}, body: "ok" }, new Map())
 */
export function described({ status, headers, body }: Answer, uids: ReadonlyMap<string, string>): unknown {
  const kept = Object.fromEntries(HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
  const isJson = headers["content-type"] === "application/json";
  const parsed = isJson ? (JSON.parse(body) as JsonObject) : body;
  if (isJson) removeManagedFields(parsed as JsonObject);
  const token = isJson ? ((parsed as { readonly status?: { readonly token?: string } }).status?.token ?? null) : null;
  const ofToken = token === null ? {} : decoded(token);
  return withPlaceholders({ status, headers: kept, ...ofToken, body: parsed }, uids);
}

/** A token's header and claims in the same form. */
export function describedToken(token: string, uids: ReadonlyMap<string, string>): unknown {
  return withPlaceholders(decoded(token), uids);
}

/** Who wrote which member is kept here from an object's first server-side apply on. */
function removeManagedFields({ metadata }: JsonObject): void {
  if (typeof metadata === "object" && metadata !== null) delete (metadata as { managedFields?: unknown }).managedFields;
}

function decoded(token: string): object {
  const [header = {}, claims = {}] = token
    .split(".")
    .map((part, index) => (index === 2 ? {} : (JSON.parse(Buffer.from(part, "base64url").toString()) as JsonObject)));
  const { iat } = claims as { readonly iat: number };
  const relative = (_: string, value: unknown): unknown => (typeof value === "number" ? `iat+${value - iat}` : value);
  return { tokenHeader: header, claims: JSON.parse(JSON.stringify(claims, relative)) };
}

function withPlaceholders(value: unknown, uids: ReadonlyMap<string, string>): unknown {
  let text = JSON.stringify(value);
  for (const [key, uid] of uids) if (uid !== "") text = text.replaceAll(uid, `<uid ${key}>`);
  text = text
    .replaceAll(/"kid":"[^"]+"/g, '"kid":"<kid>"')
    .replaceAll(/"eyJ[\w-]+\.[\w-]+\.[\w-]+"/g, '"<jwt>"')
    .replaceAll(/"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"/g, (whole) => (whole.includes("11111111-2222") ? whole : '"<uuid>"'))
    .replaceAll(/kube-api-access-[a-z0-9]{5}"/g, 'kube-api-access-<5>"')
    .replaceAll(/,?"resourceVersion":"\d+"/g, "")
    .replaceAll(/"uid":"<uuid>"/g, '"uid":"<uid>"')
    .replaceAll(/"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/g, '"<ts>"');
  return JSON.parse(text);
}

/** A name that the server makes ends in five characters of chance. */
export function withoutGeneratedName(answer: unknown, { body }: ClusterRequest): unknown {
  const { metadata } = (typeof body === "object" ? body : {}) as { readonly metadata?: { readonly generateName?: string } };
  const text = JSON.stringify(answer);
  return JSON.parse(metadata?.generateName === undefined ? text : text.replaceAll(new RegExp(`${metadata.generateName}[b-z2-9]{5}`, "g"), "<generated>"));
}

interface Cause {
  readonly field?: string;
  readonly message: string;
}

/** Problems and warnings in one order, in lists and in texts: those of a Go map come in any. */
export function withoutMapOrder(answer: unknown): unknown {
  const { headers, body } = answer as {
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: { readonly message?: string; readonly details?: { readonly causes?: readonly Cause[] } };
  };
  const warning = headers.warning
    ?.split(/, (?=299 - )/)
    .toSorted()
    .join(", ");
  const sorted = { ...(answer as object), headers: { ...headers, ...(warning !== undefined && { warning }) } };
  const causes = body?.details?.causes ?? [];
  const told = causes.map(({ field, message }) => `${field}: ${message}`);
  const list = `[${told.join(", ")}]`;
  if (causes.length < 2 || body?.message?.endsWith(list) !== true) return sorted;
  const message = `${body.message.slice(0, -list.length)}[${told.toSorted().join(", ")}]`;
  const inOrder = causes.toSorted((a, b) => (`${a.field}: ${a.message}` < `${b.field}: ${b.message}` ? -1 : 1));
  return { ...sorted, body: { ...body, message, details: { ...body.details, causes: inOrder } } };
}
