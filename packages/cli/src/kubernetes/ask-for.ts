import { bodyText, type HttpResponse, type JsonObject, NetworkError } from "@irsa-sim/core";
import type { ApiClient, ApiRequest } from "./api-client.js";
import { ApiError } from "./api-error.js";
import { type Asked, explainNoAnswer, explainStatus } from "./explain-api-problem.js";

/** What a request is for, and what it takes. */
export type Purpose = Pick<Asked, "what" | "right">;

/**
 * Asks an API server for something that it must do.
 *
 * @throws {ApiError} `ERR_CLI_API_SERVER`, with what was expected and what to do, when it does not
 */
export async function askFor(client: ApiClient, request: ApiRequest, purpose: Purpose): Promise<HttpResponse> {
  const response = await answerOf(client, request);
  if (response.status < 300) return response;
  throw new ApiError({ ...explainStatus(response, { connection: client.connection, ...purpose }), status: response.status });
}

/**
 * Gets an object or a list as JSON.
 *
 * @throws {ApiError} as above, and when something else than JSON comes
 */
export async function getJson(client: ApiClient, path: string, purpose: Purpose): Promise<JsonObject> {
  return parse(client, path, await askFor(client, { path }, purpose));
}

/**
 * The same for what may be absent.
 *
 * @returns `null` where the API server says 404
 */
export async function getJsonOrNull(client: ApiClient, path: string, purpose: Purpose): Promise<JsonObject | null> {
  try {
    return await getJson(client, path, purpose);
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

async function answerOf(client: ApiClient, request: ApiRequest): Promise<HttpResponse> {
  try {
    return await client.send(request);
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    throw new ApiError(explainNoAnswer(error, client.connection));
  }
}

function parse({ connection: { server } }: ApiClient, path: string, response: HttpResponse): JsonObject {
  const text = bodyText(response);
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const found = text.slice(0, 60).split("\n")[0] ?? "";
  throw new ApiError({
    message: `${server}${path} is no API server's answer\n  expected  a JSON object\n  found     ${found}`,
    hint: "is this the address of an API server?",
  });
}
