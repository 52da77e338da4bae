import { ServiceFault } from "./service-fault.js";
import type { WireForm } from "./wire-form.js";

/** A call that is not allowed. */
export interface Denial {
  readonly prefix: string;
  /** `secretsmanager:GetSecretValue`. */
  readonly action: string;
  readonly callerArn: string;
  /** `*` for none. */
  readonly resource: string;
  /** `because no identity-based policy allows the secretsmanager:GetSecretValue action`. */
  readonly tail: string;
}

/**
 * How a service that does not speak as the others do says that something is not allowed.
 * Differs from AWS, perhaps: from memory of what people report, not recorded.
 */
interface OwnWords {
  readonly status?: number;
  readonly code?: string;
  readonly before?: string;
  /** How it writes the action. */
  readonly write?: (action: string) => string;
  /** Whether it leaves out that there is no resource; as its protocol does when absent. */
  readonly hidesStar?: boolean;
}

const OWN_WORDS: Readonly<Record<string, OwnWords>> = {
  ec2: { before: "You are not authorized to perform this operation. " },
  sns: { status: 403, code: "AuthorizationError", write: (action) => action.replace(/^sns:/, "SNS:") },
  sqs: { code: "AccessDenied", status: 403, write: (action) => action.toLowerCase() },
  secretsmanager: { hidesStar: true },
};

/** In reports Elastic Load Balancing, Auto Scaling and Route 53 name no resource where there is none, and ECR and Lambda name `*`. */
const BY_PROTOCOL: Readonly<Record<WireForm["protocol"], { readonly status: number; readonly code: string; readonly hidesStar: boolean }>> = {
  json: { status: 400, code: "AccessDeniedException", hidesStar: false },
  "smithy-rpc-v2-cbor": { status: 400, code: "AccessDeniedException", hidesStar: false },
  "rest-json": { status: 403, code: "AccessDeniedException", hidesStar: false },
  query: { status: 403, code: "AccessDenied", hidesStar: true },
  ec2: { status: 403, code: "UnauthorizedOperation", hidesStar: true },
  "rest-xml": { status: 403, code: "AccessDenied", hidesStar: true },
};

/**
 * A service's words for a call that no policy allows.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 * @see https://github.com/aws-samples/multi-tenant-chatbot-using-rag-with-amazon-bedrock/issues/17 https://github.com/kubernetes/autoscaler/pull/5129
 * @see https://github.com/terraform-aws-modules/terraform-aws-iam/issues/514 https://github.com/aws/serverless-application-model/issues/3633
 */
export function denialFault({ prefix, action, callerArn, resource, tail }: Denial, { protocol }: WireForm): ServiceFault {
  const { before = "", write = (written: string) => written, ...own } = OWN_WORDS[prefix] ?? {};
  const { status, code, hidesStar } = { ...BY_PROTOCOL[protocol], ...own };
  const on = resource === "*" && hidesStar ? "" : ` on resource: ${resource}`;
  return new ServiceFault(
    status,
    code,
    `${before}User: ${callerArn} is not authorized to perform: ${write(action)}${on} ${tail.replaceAll(action, write(action))}`,
  );
}
