/** The pod identity webhook as somebody installed it. */
export interface WebhookDescription {
  readonly absent: boolean;
  readonly region: string;
  readonly stsRegionalEndpoints: boolean;
  /** As on its command line. */
  readonly flags: readonly string[];
  /** As `cluster.version`. */
  readonly kubernetesVersion?: string | undefined;
  readonly containerCredentials: readonly { readonly namespace: string; readonly serviceAccount: string }[];
}
