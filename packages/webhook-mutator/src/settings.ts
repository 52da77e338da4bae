/** The webhook's flags that matter here, each named after its flag (webhook.md, section 2). */
export interface WebhookSettings {
  readonly annotationPrefix: string;
  readonly tokenAudience: string;
  readonly tokenMountPath: string;
  /** Raised to 600 when lower. */
  readonly tokenExpirationSeconds: bigint;
  /** Empty for none. */
  readonly awsDefaultRegion: string;
  readonly stsRegionalEndpoint: boolean;
  /** Of the watched ConfigMap. */
  readonly namespace: string;
  readonly watchConfigMap: boolean;
  /** Lets the annotation be a role's path and name alone. */
  readonly composeRoleArn: boolean;
  /** Path of the container-credentials file; empty turns that mode off. */
  readonly watchContainerCredentialsConfig: string;
  readonly containerCredentialsAudience: string;
  readonly containerCredentialsTokenMountPath: string;
  readonly containerCredentialsTokenVolumeName: string;
  readonly containerCredentialsTokenPath: string;
  readonly containerCredentialsFullUri: string;
  /** How long a pod may wait for an unknown service account; 0 for not at all. */
  readonly serviceAccountLookupGracePeriodMs: number;
  readonly enableDebuggingHandlers: boolean;
}

/** The defaults of the flags. */
export const DEFAULT_WEBHOOK_SETTINGS: WebhookSettings = {
  annotationPrefix: "eks.amazonaws.com",
  tokenAudience: "sts.amazonaws.com",
  tokenMountPath: "/var/run/secrets/eks.amazonaws.com/serviceaccount",
  tokenExpirationSeconds: 86_400n,
  awsDefaultRegion: "",
  stsRegionalEndpoint: false,
  namespace: "eks",
  watchConfigMap: false,
  composeRoleArn: false,
  watchContainerCredentialsConfig: "",
  containerCredentialsAudience: "pods.eks.amazonaws.com",
  containerCredentialsTokenMountPath: "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount",
  containerCredentialsTokenVolumeName: "eks-pod-identity-token",
  containerCredentialsTokenPath: "eks-pod-identity-token",
  containerCredentialsFullUri: "http://169.254.170.23/v1/credentials",
  serviceAccountLookupGracePeriodMs: 0,
  enableDebuggingHandlers: false,
};

/** Name of the volume that the webhook adds for web identity; not configurable. */
const TOKEN_VOLUME_NAME = "aws-iam-token";
/** Name of that token's file; not configurable. */
const TOKEN_FILE_NAME = "token";

/** How a mode's token comes into a pod. */
export interface TokenPlace {
  readonly volumeName: string;
  readonly mountPath: string;
  readonly fileName: string;
}

/** The token's place in web-identity mode. */
export function webIdentityTokenPlace({ tokenMountPath }: WebhookSettings): TokenPlace {
  return { volumeName: TOKEN_VOLUME_NAME, mountPath: tokenMountPath, fileName: TOKEN_FILE_NAME };
}

/** The token's place in container-credentials mode. */
export function containerCredentialsTokenPlace(settings: WebhookSettings): TokenPlace {
  return {
    volumeName: settings.containerCredentialsTokenVolumeName,
    mountPath: settings.containerCredentialsTokenMountPath,
    fileName: settings.containerCredentialsTokenPath,
  };
}
