import type { JsonObject } from "@irsa-sim/core";
import type { ContainerSecurityContext } from "./security-context.js";

/** Amounts by resource: `{ cpu: "500m" }`. */
export type ResourceList = { readonly [name: string]: string };

/** What a container or a pod asks for, and what it may not exceed. */
export type ResourceRequirements = {
  readonly limits?: ResourceList;
  readonly requests?: ResourceList;
  readonly claims?: readonly { readonly name?: string; readonly request?: string }[];
};

/** A port that a container listens on. */
export type ContainerPort = {
  readonly name?: string;
  readonly hostPort?: number;
  readonly containerPort?: number;
  readonly protocol?: string;
  readonly hostIP?: string;
};

/** A member of the pod by path: `metadata.labels['app']`. */
export type ObjectFieldSelector = { readonly apiVersion?: string; readonly fieldPath?: string };

/** An amount of a container, in units of `divisor`. */
export type ResourceFieldSelector = { readonly containerName?: string; readonly resource?: string; readonly divisor?: string };

/** A key of a ConfigMap or a Secret. */
export type KeySelector = { readonly name?: string; readonly key?: string; readonly optional?: boolean };

/** A key of a file in a volume. */
export type FileKeySelector = { readonly volumeName?: string; readonly path?: string; readonly key?: string; readonly optional?: boolean };

/** An environment variable. */
export type EnvVar = {
  readonly name?: string;
  readonly value?: string;
  readonly valueFrom?: {
    readonly fieldRef?: ObjectFieldSelector;
    readonly resourceFieldRef?: ResourceFieldSelector;
    readonly configMapKeyRef?: KeySelector;
    readonly secretKeyRef?: KeySelector;
    readonly fileKeyRef?: FileKeySelector;
  };
};

/** Environment variables from all keys of a ConfigMap or a Secret. */
export type EnvFromSource = {
  readonly prefix?: string;
  readonly configMapRef?: { readonly name?: string };
  readonly secretRef?: { readonly name?: string };
};

/** Where a container sees a volume. */
export type VolumeMount = {
  readonly name?: string;
  readonly readOnly?: boolean;
  readonly recursiveReadOnly?: string;
  readonly mountPath?: string;
  readonly subPath?: string;
  readonly mountPropagation?: string;
  readonly subPathExpr?: string;
};

/** Where a container sees a block device. */
export type VolumeDevice = { readonly name?: string; readonly devicePath?: string };

/** A request by which a container is asked. */
export type HttpGetAction = {
  readonly path?: string;
  readonly port?: number | string;
  readonly host?: string;
  readonly scheme?: string;
  readonly httpHeaders?: readonly { readonly name?: string; readonly value?: string }[];
};

/** How a container is asked or told something. */
export type Handler = {
  readonly exec?: { readonly command?: readonly string[] };
  readonly httpGet?: HttpGetAction;
  readonly tcpSocket?: { readonly port?: number | string; readonly host?: string };
  readonly grpc?: { readonly port?: number; readonly service?: string };
  readonly sleep?: { readonly seconds?: number };
};

/** How a container's state is found, and how often; times in seconds. */
export type Probe = Handler & {
  readonly initialDelaySeconds?: number;
  readonly timeoutSeconds?: number;
  readonly periodSeconds?: number;
  readonly successThreshold?: number;
  readonly failureThreshold?: number;
  readonly terminationGracePeriodSeconds?: number;
};

/** When a container that ended is started again. */
export type RestartRule = { readonly action?: string; readonly exitCodes?: { readonly operator?: string; readonly values?: readonly number[] } };

/** A container. */
export type Container = JsonObject & {
  readonly name?: string;
  readonly image?: string;
  readonly command?: readonly string[];
  readonly ports?: readonly ContainerPort[];
  readonly envFrom?: readonly EnvFromSource[];
  readonly env?: readonly EnvVar[];
  readonly resources?: ResourceRequirements;
  readonly resizePolicy?: readonly { readonly resourceName?: string; readonly restartPolicy?: string }[];
  readonly restartPolicy?: string;
  readonly restartPolicyRules?: readonly RestartRule[];
  readonly volumeMounts?: readonly VolumeMount[];
  readonly volumeDevices?: readonly VolumeDevice[];
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly startupProbe?: Probe;
  readonly lifecycle?: { readonly postStart?: Handler; readonly preStop?: Handler; readonly stopSignal?: string };
  readonly terminationMessagePath?: string;
  readonly terminationMessagePolicy?: string;
  readonly imagePullPolicy?: string;
  readonly securityContext?: ContainerSecurityContext;
  /** Of an ephemeral container. */
  readonly targetContainerName?: string;
};
