import { required } from "../../parameters/parameter-readers.js";
import { ARN } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import type { QueryRequest } from "../../query-protocol.js";

/** The parameter that says which provider a call is about. */
export const PROVIDER_ARN = { OpenIDConnectProviderArn: required(ARN) } as const;

/** @throws {IamFault} `ValidationError` */
export function readProviderArn(query: QueryRequest): string {
  return readParameters(query, PROVIDER_ARN).OpenIDConnectProviderArn;
}
