import { bodyText, type HttpResponse } from "@irsa-sim/core";

const MESSAGES: Readonly<Record<number, string>> = {
  400: "the server rejected our request for an unknown reason",
  401: "the server has asked for the client to provide credentials",
  404: "the server could not find the requested resource",
  405: "the server does not allow this method on the requested resource",
  415: "the body of the request was in an unknown format - accepted media types include: ",
  429: "the server has received too many requests and has asked us to try again later",
  503: "the server is currently unable to handle the request",
  504: "the server was unable to return a response in the time allotted, but may still be processing the request",
};

/** What Kubernetes' client says of a status that is no success and carries no `Status`. */
export function describeHttpFailure(response: HttpResponse): string {
  const known = MESSAGES[response.status];
  if (known !== undefined) return known;
  if (response.status >= 500) return `an error on the server (${JSON.stringify(bodyText(response).trim())}) has prevented the request from succeeding`;
  return `the server responded with the status code ${response.status} but did not return more information`;
}
