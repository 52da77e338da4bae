/** Calls in AWS's query protocol (sts-and-iam.md, section 1.1). */
import { bodyText, type HttpRequest } from "@irsa-sim/core";

/** The parameters of a call; of a repeated one the first counts. */
export interface QueryRequest {
  readonly action: string | null;
  readonly version: string | null;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Reads a call from a form body, or for GET from the query string; `null` when the request is neither. */
export function parseQueryRequest(request: HttpRequest): QueryRequest | null {
  const text = encodedParameters(request);
  if (text === null) return null;
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (!parameters.has(name)) parameters.set(name, value);
  }
  return { action: parameters.get("Action") ?? null, version: parameters.get("Version") ?? null, parameters };
}

function encodedParameters(request: HttpRequest): string | null {
  if (request.method === "GET") return new URL(request.url).search.slice(1);
  const contentType = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  return request.method === "POST" && contentType === "application/x-www-form-urlencoded" ? bodyText(request) : null;
}

/**
 * The values of a list parameter: `Name.member.1`, `Name.member.2`, … up to the first gap.
 *
 * @param member of structures in the list: `arn` reads `Name.member.1.arn`
 */
export function listParameter({ parameters }: QueryRequest, name: string, member?: string): readonly string[] {
  const values: string[] = [];
  const read = (): string | undefined => parameters.get(`${name}.member.${values.length + 1}${member === undefined ? "" : `.${member}`}`);
  for (let value = read(); value !== undefined; value = read()) values.push(value);
  return values;
}
