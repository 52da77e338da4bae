import type { Cause, Explanation } from "../cause.js";
import { environmentEdits, writtenContainer } from "../container-edits.js";
import type { FailureView } from "../failure-view.js";

const AWS_HOST = /(^|\.)(amazonaws\.com(\.cn)?|api\.aws)$/;

/** Not in failures.md: the neighbour of rank 37, at a variable of somebody's tests. */
export const endpointVariableLeftBehind: Cause = {
  id: "endpoint-variable-left-behind",
  rank: "mistaken",
  narrows: ["service-unreachable"],
  title: "An endpoint variable sends calls to a host that is not AWS's",
  see: "Could not connect to the endpoint URL: http://localstack:4566/; getaddrinfo ENOTFOUND localstack",
  why: "AWS_ENDPOINT_URL and AWS_ENDPOINT_URL_STS were set for an emulator and came along. Newer SDKs honour them for every call, the exchange of the token included.",
  prove: ["kubectl exec -n NAMESPACE POD -- env | grep AWS_ENDPOINT_URL", "kubectl exec -n NAMESPACE POD -- nslookup HOST"],
  sources: ["https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html"],
  explainOwnError(error) {
    const { exchange } = error;
    if (exchange === null || exchange.actor !== "sdk" || exchange.to === "node") return null;
    if (exchange.name.startsWith("AssumeRole") && exchange.to !== "sts") return explainOtherService(error);
    if (exchange.failure === null) return null;
    return explainHost(error, new URL(exchange.request.url).hostname);
  },
};

/** The exchange went to a host that is somebody else's: a variable for one service stands under the name of another, or under that of all. */
function explainOtherService(error: FailureView): Explanation {
  const host = error.exchange === null ? "" : new URL(error.exchange.request.url).hostname;
  const written = (writtenContainer(error)?.container.env ?? []).filter(({ name, value = "" }) => name.startsWith("AWS_ENDPOINT_URL") && value.includes(host));
  const names = written.map(({ name }) => name);
  return {
    because: `the SDK sent ${error.exchange?.name} to ${host}, which is not STS: ${names.length === 0 ? "an endpoint variable of the app's process, or its settings, names it for all services" : `${names.join(" and ")} names it`}`,
    fix: `take ${names.length === 0 ? "AWS_ENDPOINT_URL" : names.join(" and ")} out of the app's environment, or set the endpoint for the one service that it is of (AWS_ENDPOINT_URL_S3)`,
    edits:
      names.length === 0
        ? ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_STS"].map((name) => ({ source: "call", pointer: `/app/environment/${name}`, value: null }))
        : environmentEdits(error, Object.fromEntries(names.map((name) => [name, null]))),
  };
}

function explainHost(error: FailureView, host: string): Explanation | null {
  if (AWS_HOST.test(host) || /^\d+(\.\d+){3}$/.test(host)) return null;
  const written = (writtenContainer(error)?.container.env ?? []).filter(({ name, value = "" }) => name.startsWith("AWS_ENDPOINT_URL") && value.includes(host));
  const names = written.map(({ name }) => name);
  const service = error.exchange?.to === "sts" ? "STS" : "S3";
  return {
    because: `the SDK called ${host}, which is no host of AWS: ${names.length === 0 ? "an endpoint variable of the app's process, or its settings, names it" : `${names.join(" and ")} names it`}`,
    fix: `take ${names.length === 0 ? "AWS_ENDPOINT_URL and AWS_ENDPOINT_URL_STS" : names.join(" and ")} out of the app's environment`,
    edits:
      names.length === 0
        ? ["AWS_ENDPOINT_URL", `AWS_ENDPOINT_URL_${service}`, "AWS_ENDPOINT_URL_STS"].map((name) => ({
            source: "call",
            pointer: `/app/environment/${name}`,
            value: null,
          }))
        : environmentEdits(error, Object.fromEntries(names.map((name) => [name, null]))),
  };
}
