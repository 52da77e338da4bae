/** The cluster, its control plane and its node. */
export interface ClusterDescription {
  readonly name: string;
  /** Kubernetes' minor version, such as `1.29`. */
  readonly version?: string;
  readonly region: string;
  /** 32 upper-case hex characters. */
  readonly issuerId: string;
  readonly node: string;
  readonly nodeOs?: "linux" | "windows";
  readonly instanceId: string;
  readonly instanceMetadata?: { readonly endpoint?: "enabled" | "disabled"; readonly tokens?: "required" | "optional"; readonly hopLimit?: number };
  /** What the node is: an instance of EC2, which is meant when absent, or one of Fargate's, without metadata and without a role. */
  readonly compute?: "ec2" | "fargate";
  /** What answers pods that ask for metadata, in its place. */
  readonly metadataAgent?: "kiam";
  readonly network?: {
    readonly internet?: boolean;
    readonly vpcEndpoints?: readonly ("sts" | "s3")[];
    /** `host:port`. */
    readonly proxy?: string;
    readonly clusterDns?: "answers" | "silent";
    /** A duration such as `10s`. */
    readonly sidecarReadyAfter?: string;
  };
  readonly maxTokenExpirationSeconds?: number;
  /** Seconds ahead; negative behind. */
  readonly clockSkews?: { readonly app?: number; readonly sts?: number; readonly issuer?: number; readonly node?: number };
}
