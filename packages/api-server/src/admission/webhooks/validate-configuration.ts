import { REFUSALS } from "../../kubernetes-status.js";
import type { KubernetesObject } from "../../storage/kubernetes-object.js";
import { resourceOf } from "../../storage/resources.js";
import { type FieldProblem, invalid, notSupported, required } from "../field-problem.js";
import { isBase64 } from "./decode-ca-bundle.js";
import type { LabelSelector, MutatingWebhook } from "./webhook-configuration.js";

const URL_FORM = "; desired format: https://host[/path]";
const OPERATORS = ["DoesNotExist", "Exists", "In", "NotIn"];

/**
 * Lets a MutatingWebhookConfiguration pass that calling its webhooks can rely on.
 *
 * Leaves out: names, rules and paths.
 * @throws {KubernetesStatus} 400 for a bundle that is no base64, 422 with every problem found
 */
export function validateConfiguration(configuration: KubernetesObject): void {
  const { webhooks = [] } = configuration as unknown as { readonly webhooks?: readonly (Partial<MutatingWebhook> & { readonly sideEffects?: string })[] };
  for (const { clientConfig } of webhooks) {
    if (!isBase64(clientConfig?.caBundle ?? "")) {
      throw REFUSALS.badRequest(
        'MutatingWebhookConfiguration in version "v1" cannot be handled as a MutatingWebhookConfiguration: illegal base64 data in webhooks.clientConfig.caBundle',
      );
    }
  }
  const problems = webhooks.flatMap((webhook, index) => findProblems(webhook, `webhooks[${index}]`));
  if (problems.length > 0) throw REFUSALS.invalid(resourceOf("MutatingWebhookConfiguration"), configuration.metadata.name ?? "", problems);
}

function findProblems(webhook: Partial<MutatingWebhook> & { readonly sideEffects?: string }, field: string): readonly FieldProblem[] {
  const { name = "", clientConfig = {}, admissionReviewVersions = [], failurePolicy = "", reinvocationPolicy = "", sideEffects, timeoutSeconds = 0 } = webhook;
  const knowsVersion = admissionReviewVersions.some((version) => version === "v1" || version === "v1beta1");
  const hasOneTarget = (clientConfig.url === undefined) !== (clientConfig.service === undefined);
  return [
    ...(name === "" ? [required(`${field}.name`)] : []),
    ...(admissionReviewVersions.length === 0 ? [required(`${field}.admissionReviewVersions`, "must specify one of v1, v1beta1")] : []),
    ...(admissionReviewVersions.length > 0 && !knowsVersion
      ? [invalid(`${field}.admissionReviewVersions`, admissionReviewVersions.join(","), "must include at least one of v1, v1beta1")]
      : []),
    ...(["Fail", "Ignore"].includes(failurePolicy) ? [] : [notSupported(`${field}.failurePolicy`, failurePolicy, ["Fail", "Ignore"])]),
    ...(["IfNeeded", "Never"].includes(reinvocationPolicy) ? [] : [notSupported(`${field}.reinvocationPolicy`, reinvocationPolicy, ["IfNeeded", "Never"])]),
    ...(sideEffects === undefined ? [required(`${field}.sideEffects`, "must specify one of None, NoneOnDryRun")] : []),
    ...(timeoutSeconds < 1 || timeoutSeconds > 30
      ? [invalid(`${field}.timeoutSeconds`, timeoutSeconds, "the timeout value must be between 1 and 30 seconds")]
      : []),
    ...findSelectorProblems(webhook.namespaceSelector, `${field}.namespaceSelector`),
    ...findSelectorProblems(webhook.objectSelector, `${field}.objectSelector`),
    ...(hasOneTarget
      ? findUrlProblems(clientConfig.url, `${field}.clientConfig.url`)
      : [required(`${field}.clientConfig`, "exactly one of url or service is required")]),
  ];
}

function findSelectorProblems({ matchExpressions = [] }: LabelSelector = {}, field: string): readonly FieldProblem[] {
  return matchExpressions.flatMap(({ operator }, index) =>
    OPERATORS.includes(operator) ? [] : [invalid(`${field}.matchExpressions[${index}].operator`, operator, "not a valid selector operator")],
  );
}

function findUrlProblems(url: string | undefined, field: string): readonly FieldProblem[] {
  if (url === undefined) return [];
  if (!URL.canParse(url)) return [required(field, `url must be a valid URL${URL_FORM}`)];
  return url.startsWith("https://") ? [] : [invalid(field, new URL(url).protocol.replace(":", ""), `'https' is the only allowed URL scheme${URL_FORM}`)];
}
