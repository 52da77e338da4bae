import type { Json, JsonObject } from "@irsa-sim/core";
import type { ContainerSecurityContext } from "../../types/security-context.js";

/** A security context as the server keeps it inside itself and shows it in a message: all members, under their names in Go. */
export function internalSecurityContext(context: ContainerSecurityContext): JsonObject {
  const { capabilities, seLinuxOptions, windowsOptions, seccompProfile, appArmorProfile } = context;
  return {
    Capabilities: capabilities === undefined ? null : { Add: capabilities.add ?? null, Drop: capabilities.drop ?? null },
    Privileged: context.privileged ?? null,
    SELinuxOptions: seLinuxOptions === undefined ? null : goMembers(seLinuxOptions, { user: "User", role: "Role", type: "Type", level: "Level" }, ""),
    WindowsOptions: windowsOptions === undefined ? null : goMembers(windowsOptions, WINDOWS_MEMBERS, null),
    RunAsUser: context.runAsUser ?? null,
    RunAsGroup: context.runAsGroup ?? null,
    RunAsNonRoot: context.runAsNonRoot ?? null,
    ReadOnlyRootFilesystem: context.readOnlyRootFilesystem ?? null,
    AllowPrivilegeEscalation: context.allowPrivilegeEscalation ?? null,
    ProcMount: context.procMount ?? null,
    SeccompProfile: profile(seccompProfile),
    AppArmorProfile: profile(appArmorProfile),
  };
}

const WINDOWS_MEMBERS = {
  gmsaCredentialSpecName: "GMSACredentialSpecName",
  gmsaCredentialSpec: "GMSACredentialSpec",
  runAsUserName: "RunAsUserName",
  hostProcess: "HostProcess",
};

function goMembers(value: Readonly<Record<string, Json>>, names: Readonly<Record<string, string>>, absent: Json): JsonObject {
  return Object.fromEntries(Object.entries(names).map(([member, name]) => [name, value[member] ?? absent]));
}

function profile(value: { readonly type?: string; readonly localhostProfile?: string } | undefined): Json {
  return value === undefined ? null : { Type: value.type ?? "", LocalhostProfile: value.localhostProfile ?? null };
}
