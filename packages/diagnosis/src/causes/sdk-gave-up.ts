import { type Cause, since } from "../cause.js";
import type { FailureView } from "../failure-view.js";
import { visible } from "../visible.js";

/** Not in failures.md: what is said of an SDK's own error, where no other cause knows more. */
export const sdkGaveUp: Cause = {
  id: "sdk-gave-up",
  rank: "general",
  title: "The SDK gave up by itself",
  see: "An error of the SDK that no service sent: no credentials, a file that is not there, a host that does not answer",
  why: "An SDK walks its chain of providers, reads files and calls hosts. What stops it there never reaches AWS, so nothing stands in CloudTrail.",
  prove: ["kubectl exec -n NAMESPACE POD -- env | grep AWS_", "kubectl logs -n NAMESPACE POD, with the SDK's debug log switched on"],
  sources: ["https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html"],
  explainOwnError(view) {
    const { told, exchange } = view;
    if (exchange !== null && exchange.actor !== "sdk") return null;
    const providers = providersAsked(view);
    if (exchange === null && providers.length === 0 && !isCall(view)) return null;
    return {
      because: `the SDK ended with ${told.code}, ${visible(told.message)}${tellHost(view)}${providers.length === 0 ? "" : `; of its providers, ${providers.join("; ")}`}`,
      fix:
        exchange === null
          ? "the container's environment, its files and the app's own settings: give the SDK what the provider that is meant asks for"
          : `the way from the pod to ${hostOf(view)}: name resolution, routes, proxies and certificates`,
    };
  },
};

function isCall({ events, action }: FailureView): boolean {
  return events.some(({ seq, actor }) => seq === action && actor === "sdk");
}

function hostOf({ exchange }: FailureView): string {
  return exchange === null ? "" : new URL(exchange.request.url).hostname;
}

function tellHost(view: FailureView): string {
  const { exchange } = view;
  if (exchange === null) return "";
  const how = exchange.failure === null ? `answered with status ${exchange.response?.status}` : `got no answer (${exchange.failure.code})`;
  return `; its last call, ${exchange.name} of ${hostOf(view)}, ${how}`;
}

/** What each provider said in the last search. */
function providersAsked({ events, action }: FailureView): readonly string[] {
  return since(events, action).flatMap((event) => {
    if (event.kind !== "note" || event.name !== "sdk.provider" || event.attributes.verdict === "match") return [];
    return [`${String(event.attributes.provider)} said ${visible(String(event.attributes.reason ?? event.attributes.verdict))}`];
  });
}
