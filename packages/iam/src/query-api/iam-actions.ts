/** The actions of IAM's query API, by their names on the wire. */
import { addClientIdToOpenIdConnectProvider } from "./actions/oidc-providers/add-client-id-to-open-id-connect-provider.js";
import { createOpenIdConnectProvider } from "./actions/oidc-providers/create-open-id-connect-provider.js";
import { deleteOpenIdConnectProvider } from "./actions/oidc-providers/delete-open-id-connect-provider.js";
import { getOpenIdConnectProvider } from "./actions/oidc-providers/get-open-id-connect-provider.js";
import { listOpenIdConnectProviderTags } from "./actions/oidc-providers/list-open-id-connect-provider-tags.js";
import { listOpenIdConnectProviders } from "./actions/oidc-providers/list-open-id-connect-providers.js";
import { removeClientIdFromOpenIdConnectProvider } from "./actions/oidc-providers/remove-client-id-from-open-id-connect-provider.js";
import { tagOpenIdConnectProvider } from "./actions/oidc-providers/tag-open-id-connect-provider.js";
import { untagOpenIdConnectProvider } from "./actions/oidc-providers/untag-open-id-connect-provider.js";
import { updateOpenIdConnectProviderThumbprint } from "./actions/oidc-providers/update-open-id-connect-provider-thumbprint.js";
import { createPolicy } from "./actions/policies/create-policy.js";
import { createPolicyVersion } from "./actions/policies/create-policy-version.js";
import { deletePolicy } from "./actions/policies/delete-policy.js";
import { deletePolicyVersion } from "./actions/policies/delete-policy-version.js";
import { getPolicy } from "./actions/policies/get-policy.js";
import { getPolicyVersion } from "./actions/policies/get-policy-version.js";
import { listPolicies } from "./actions/policies/list-policies.js";
import { listPolicyVersions } from "./actions/policies/list-policy-versions.js";
import { setDefaultPolicyVersion } from "./actions/policies/set-default-policy-version.js";
import { attachRolePolicy } from "./actions/role-attachments/attach-role-policy.js";
import { deleteRolePermissionsBoundary } from "./actions/role-attachments/delete-role-permissions-boundary.js";
import { detachRolePolicy } from "./actions/role-attachments/detach-role-policy.js";
import { listAttachedRolePolicies } from "./actions/role-attachments/list-attached-role-policies.js";
import { putRolePermissionsBoundary } from "./actions/role-attachments/put-role-permissions-boundary.js";
import { deleteRolePolicy } from "./actions/role-policies/delete-role-policy.js";
import { getRolePolicy } from "./actions/role-policies/get-role-policy.js";
import { listRolePolicies } from "./actions/role-policies/list-role-policies.js";
import { putRolePolicy } from "./actions/role-policies/put-role-policy.js";
import { createRole } from "./actions/roles/create-role.js";
import { deleteRole } from "./actions/roles/delete-role.js";
import { getRole } from "./actions/roles/get-role.js";
import { listRoleTags } from "./actions/roles/list-role-tags.js";
import { listRoles } from "./actions/roles/list-roles.js";
import { tagRole } from "./actions/roles/tag-role.js";
import { untagRole } from "./actions/roles/untag-role.js";
import { updateAssumeRolePolicy } from "./actions/roles/update-assume-role-policy.js";
import { updateRole } from "./actions/roles/update-role.js";
import { updateRoleDescription } from "./actions/roles/update-role-description.js";
import type { IamAction } from "./iam-call.js";

/** The actions that the simulator knows. */
export const IAM_ACTIONS: ReadonlyMap<string, IamAction> = new Map(
  Object.entries({
    AddClientIDToOpenIDConnectProvider: addClientIdToOpenIdConnectProvider,
    CreateOpenIDConnectProvider: createOpenIdConnectProvider,
    DeleteOpenIDConnectProvider: deleteOpenIdConnectProvider,
    GetOpenIDConnectProvider: getOpenIdConnectProvider,
    ListOpenIDConnectProviderTags: listOpenIdConnectProviderTags,
    ListOpenIDConnectProviders: listOpenIdConnectProviders,
    RemoveClientIDFromOpenIDConnectProvider: removeClientIdFromOpenIdConnectProvider,
    TagOpenIDConnectProvider: tagOpenIdConnectProvider,
    UntagOpenIDConnectProvider: untagOpenIdConnectProvider,
    UpdateOpenIDConnectProviderThumbprint: updateOpenIdConnectProviderThumbprint,
    CreatePolicyVersion: createPolicyVersion,
    CreatePolicy: createPolicy,
    DeletePolicyVersion: deletePolicyVersion,
    DeletePolicy: deletePolicy,
    GetPolicyVersion: getPolicyVersion,
    GetPolicy: getPolicy,
    ListPolicies: listPolicies,
    ListPolicyVersions: listPolicyVersions,
    SetDefaultPolicyVersion: setDefaultPolicyVersion,
    AttachRolePolicy: attachRolePolicy,
    DeleteRolePermissionsBoundary: deleteRolePermissionsBoundary,
    DetachRolePolicy: detachRolePolicy,
    ListAttachedRolePolicies: listAttachedRolePolicies,
    PutRolePermissionsBoundary: putRolePermissionsBoundary,
    DeleteRolePolicy: deleteRolePolicy,
    GetRolePolicy: getRolePolicy,
    ListRolePolicies: listRolePolicies,
    PutRolePolicy: putRolePolicy,
    CreateRole: createRole,
    DeleteRole: deleteRole,
    GetRole: getRole,
    ListRoleTags: listRoleTags,
    ListRoles: listRoles,
    TagRole: tagRole,
    UntagRole: untagRole,
    UpdateAssumeRolePolicy: updateAssumeRolePolicy,
    UpdateRoleDescription: updateRoleDescription,
    UpdateRole: updateRole,
  }),
);
