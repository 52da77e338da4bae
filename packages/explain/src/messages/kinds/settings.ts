import type { MessageKind } from "../message-kind.js";

/** The SDK stops at what it was given, before it asks anybody. */
export const SETTINGS: readonly MessageKind[] = [
  {
    id: "sts-module",
    says: "the app lacks the SDK's module for STS, which web identity needs",
    forms: [
      /sts module must be on the class ?path|sts service module must be|service module must be on the class path|assembly awssdk.securitytoken could not|load file or assembly awssdk.securitytoken|(classnotfound|noclassdeffound)\S* \S*\bsts\b|stswebidentitycredentialsproviderfactory/,
    ],
    causes: ["sts-module-missing"],
  },
  {
    id: "http-clients",
    says: "Java finds several HTTP clients and takes none",
    forms: [/multiple http implementations were found/],
    causes: ["java-chain-swallows-error"],
  },
  {
    id: "region",
    says: "nobody told the SDK its region",
    forms: [
      /missing region|region is missing|must specify a region|noregionerror|unable to (load|find) (a )?region|missing required aws_region|missingregion|invalid region region was|missingendpoint|endpoint configuration is required|no region(endpoint)? (was )?(specified|configured|found|provided)|a region must be|\bsts amazonaws\.com/,
    ],
    causes: ["region-missing"],
  },
  {
    id: "profile",
    says: "a profile is named that is in no file of the container",
    forms: [
      /config profile .{0,40}could not be found|profilenotfound|failed to get shared config profile|unable to find the .{0,40}profile|profile .{0,40}(not found|could not be resolved|is not configured|does not exist)/,
    ],
    causes: ["profile-not-found"],
  },
  {
    id: "absolute-path",
    says: "the path of the token file is not written as this system writes one",
    forms: [/webidentitytokenfile must be an absolute path/],
    causes: ["windows-path"],
  },
];
