/** What system calls may be made. */
export type SeccompProfile = { readonly type?: string; readonly localhostProfile?: string };

/** What AppArmor lets pass. */
export type AppArmorProfile = { readonly type?: string; readonly localhostProfile?: string };

/** Who a process is on Windows. */
export type WindowsOptions = {
  readonly gmsaCredentialSpecName?: string;
  readonly gmsaCredentialSpec?: string;
  readonly runAsUserName?: string;
  readonly hostProcess?: boolean;
};

/** Labels of SELinux. */
export type SelinuxOptions = { readonly user?: string; readonly role?: string; readonly type?: string; readonly level?: string };

/** What both kinds say. */
type CommonSecurityContext = {
  readonly seLinuxOptions?: SelinuxOptions;
  readonly windowsOptions?: WindowsOptions;
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
  readonly runAsNonRoot?: boolean;
  readonly seccompProfile?: SeccompProfile;
  readonly appArmorProfile?: AppArmorProfile;
};

/** Who a container's process is and what it may. */
export type ContainerSecurityContext = CommonSecurityContext & {
  readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] };
  readonly privileged?: boolean;
  readonly readOnlyRootFilesystem?: boolean;
  readonly allowPrivilegeEscalation?: boolean;
  readonly procMount?: string;
};

/** The same for all containers of a pod. */
export type PodSecurityContext = CommonSecurityContext & {
  readonly supplementalGroups?: readonly number[];
  readonly supplementalGroupsPolicy?: string;
  readonly fsGroup?: number;
  readonly sysctls?: readonly { readonly name?: string; readonly value?: string }[];
  readonly fsGroupChangePolicy?: string;
  readonly seLinuxChangePolicy?: string;
};
