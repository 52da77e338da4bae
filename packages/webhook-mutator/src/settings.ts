/** The webhook's flags that matter for web identity, each named after its flag (webhook.md, section 2). */
export interface WebhookSettings {
  readonly annotationPrefix: string;
  readonly tokenAudience: string;
  readonly tokenMountPath: string;
  readonly tokenExpirationSeconds: bigint;
  /** Empty for none. */
  readonly awsDefaultRegion: string;
  readonly stsRegionalEndpoint: boolean;
}

/** The defaults of the flags. */
export const DEFAULT_WEBHOOK_SETTINGS: WebhookSettings = {
  annotationPrefix: "eks.amazonaws.com",
  tokenAudience: "sts.amazonaws.com",
  tokenMountPath: "/var/run/secrets/eks.amazonaws.com/serviceaccount",
  tokenExpirationSeconds: 86_400n,
  awsDefaultRegion: "",
  stsRegionalEndpoint: false,
};

/** Name of the volume that the webhook adds; not configurable. */
export const TOKEN_VOLUME_NAME = "aws-iam-token";
/** Name of the token's file; not configurable. */
export const TOKEN_FILE_NAME = "token";
