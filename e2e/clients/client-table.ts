/** The real clients of this folder, and what each is known to do where it is not told. */

/** What a client makes of a refusal by STS. */
export interface ClientRow {
  readonly name: string;
  /** Whether it goes on to the node's role, as its documentation says (sdk-credential-chains.md). */
  readonly fallsBack: boolean;
  /** Its own exception, or the error code that it hands out. */
  readonly type: string;
}

export const CLIENTS: readonly ClientRow[] = [
  { name: "boto3", fallsBack: false, type: "ClientError" },
  { name: "aws-cli-v1", fallsBack: false, type: "exit code 255" },
  { name: "aws-cli-v2", fallsBack: false, type: "exit code 254" },
  { name: "js-v3", fallsBack: false, type: "AccessDenied" },
  { name: "js-v2", fallsBack: true, type: "" },
  { name: "go-v2", fallsBack: false, type: "AccessDenied" },
  { name: "java-v2", fallsBack: true, type: "" },
  { name: "rust", fallsBack: false, type: "" },
  { name: "ruby", fallsBack: false, type: "" },
  { name: "php", fallsBack: false, type: "" },
];
