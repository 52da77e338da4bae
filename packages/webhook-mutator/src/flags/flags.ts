/**
 * Every flag of the webhook: name, kind, default, and which setting it is. A flag without a setting is read and checked, and changes nothing here.
 * @see webhook.md, section 2
 */
import { DEFAULT_WEBHOOK_SETTINGS, type WebhookSettings } from "../settings.js";

/** What a flag's value may be; klog's flags come by way of Go's own package, which has words of its own. */
export type FlagKind = "string" | "int" | "bool" | "duration" | "klog-bool" | "klog-size" | "klog-level" | "klog-severity" | "klog-modules" | "klog-place";

/** One flag. */
export interface Flag {
  readonly kind: FlagKind;
  /** As the program prints it. */
  readonly default: string;
  /** The setting that it is; absent where it concerns listeners, certificates or the API server's address, which the simulator has of its own. */
  readonly setting?: keyof WebhookSettings;
}

const own = (kind: FlagKind, setting: keyof WebhookSettings): Flag => {
  const value = DEFAULT_WEBHOOK_SETTINGS[setting];
  return { kind, default: String(value), setting };
};

/** By name, without the dashes. */
export const FLAGS: Readonly<Record<string, Flag>> = {
  port: { kind: "int", default: "443" },
  "metrics-port": { kind: "int", default: "9999" },
  kubeconfig: { kind: "string", default: "" },
  "kube-api": { kind: "string", default: "" },
  "tls-key": { kind: "string", default: "/etc/webhook/certs/tls.key" },
  "tls-cert": { kind: "string", default: "/etc/webhook/certs/tls.crt" },
  "tls-cipher-suites": { kind: "string", default: "" },
  "tls-min-version": { kind: "string", default: "" },
  "in-cluster": { kind: "bool", default: "true" },
  "service-name": { kind: "string", default: "pod-identity-webhook" },
  namespace: own("string", "namespace"),
  "tls-secret": { kind: "string", default: "pod-identity-webhook" },
  "annotation-prefix": own("string", "annotationPrefix"),
  "token-audience": own("string", "tokenAudience"),
  "token-mount-path": own("string", "tokenMountPath"),
  "token-expiration": own("int", "tokenExpirationSeconds"),
  "aws-default-region": own("string", "awsDefaultRegion"),
  "sts-regional-endpoint": own("bool", "stsRegionalEndpoint"),
  "watch-config-map": own("bool", "watchConfigMap"),
  "compose-role-arn": own("bool", "composeRoleArn"),
  "watch-container-credentials-config": own("string", "watchContainerCredentialsConfig"),
  "container-credentials-audience": own("string", "containerCredentialsAudience"),
  "container-credentials-token-mount-path": own("string", "containerCredentialsTokenMountPath"),
  "container-credentials-token-volume-name": own("string", "containerCredentialsTokenVolumeName"),
  "container-credentials-token-path": own("string", "containerCredentialsTokenPath"),
  "container-credentials-full-uri": own("string", "containerCredentialsFullUri"),
  version: { kind: "bool", default: "false" },
  "enable-debugging-handlers": own("bool", "enableDebuggingHandlers"),
  "service-account-lookup-grace-period": own("duration", "serviceAccountLookupGracePeriodMs"),
  "resync-period": { kind: "duration", default: "60s" },
  // There is no process that would log.
  add_dir_header: { kind: "klog-bool", default: "false" },
  alsologtostderr: { kind: "klog-bool", default: "false" },
  alsologtostderrthreshold: { kind: "klog-severity", default: "0" },
  legacy_stderr_threshold_behavior: { kind: "klog-bool", default: "true" },
  log_backtrace_at: { kind: "klog-place", default: ":0" },
  log_dir: { kind: "string", default: "" },
  log_file: { kind: "string", default: "" },
  log_file_max_size: { kind: "klog-size", default: "1800" },
  logtostderr: { kind: "klog-bool", default: "true" },
  one_output: { kind: "klog-bool", default: "false" },
  skip_headers: { kind: "klog-bool", default: "false" },
  skip_log_headers: { kind: "klog-bool", default: "false" },
  stderrthreshold: { kind: "klog-severity", default: "2" },
  v: { kind: "klog-level", default: "0" },
  vmodule: { kind: "klog-modules", default: "" },
};
