import { type HttpResponse, NetworkError } from "@irsa-sim/core";
import type { LiveCluster } from "@irsa-sim/live";
import { type ApiClient, createApiClient } from "./api-client.js";
import { ApiError } from "./api-error.js";
import { getJson } from "./ask-for.js";
import type { Connection } from "./connection.js";
import { explainNoAnswer, explainStatus } from "./explain-api-problem.js";
import { type RealIssuer, readIssuer } from "./read-issuer.js";

/** A real cluster that may be worked with. */
export interface OpenCluster {
  readonly cluster: LiveCluster;
  readonly issuer: RealIssuer;
  readonly client: ApiClient;
  close(): void;
}

const ACCOUNTS = {
  what: "read the service accounts of all namespaces",
  right: "an administrator grants it: a ClusterRole with get, list and watch of serviceaccounts, bound to this user",
};

/**
 * Opens a real cluster for a live world: reads its issuer, and makes sure that its service accounts can be read.
 *
 * @param onTrouble told when what the world asks fails, once until it succeeds again
 * @throws {ApiError} `ERR_CLI_API_SERVER`, with what is missing
 */
export async function openCluster(connection: Connection, onTrouble: (message: string) => void): Promise<OpenCluster> {
  const client = createApiClient(connection);
  try {
    const issuer = await readIssuer(client);
    await getJson(client, "/api/v1/serviceaccounts?limit=1", ACCOUNTS);
    const { issuerUrl, jwksUrl } = issuer;
    const read = tellingTrouble(client, onTrouble);
    return { cluster: { issuerUrl, jwksUrl, read, server: connection.server, roots: connection.roots ?? "" }, issuer, client, close: client.close };
  } catch (error) {
    client.close();
    throw error;
  }
}

/** The world goes on without an answer, as the real webhook and STS would; so it must be told here. */
function tellingTrouble(client: ApiClient, onTrouble: (message: string) => void): LiveCluster["read"] {
  let told: string | null = null;
  const tell = (message: string | null): void => {
    if (message !== null && message !== told) onTrouble(message);
    if (message === null && told !== null) onTrouble(`${client.connection.server} answers again`);
    told = message;
  };
  return async (path, { signal, isWatch }): Promise<HttpResponse> => {
    try {
      const response = await client[isWatch ? "watch" : "send"]({ path, signal });
      // A service account that is not there, and a version that is too old, are answers.
      const isAnswer = response.status < 400 || response.status === 404 || response.status === 410;
      tell(isAnswer ? null : explainStatus(response, { connection: client.connection, ...ACCOUNTS }).message);
      return response;
    } catch (error) {
      if (signal.aborted) throw error;
      if (error instanceof NetworkError) tell(explainNoAnswer(error, client.connection).message);
      if (!(error instanceof ApiError)) throw error;
      // The program that makes credentials has failed, which to the world is a cluster that cannot be reached.
      tell(error.message);
      throw new NetworkError("ECONNREFUSED", "no credentials for the API server");
    }
  };
}
